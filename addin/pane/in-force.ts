/** The definitions in force, for the parts of the pane that read them. */
import { useEffect, useState } from "preact/hooks";
import { type InForce, inForce, onInForce } from "../catalogue.ts";

export function useInForce(): InForce {
  const [now, setNow] = useState(inForce);
  useEffect(() => onInForce(() => setNow(inForce())), []);
  return now;
}
