/** The pictures of a region's row: its schools side by side, and its course over the collections of the form. Loaded when a row is opened. */
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import { inForce } from "../all-definitions.ts";
import type { About } from "../check/about.ts";
import type { Row } from "../check/rows.ts";
import type { SchoolFigures } from "../pane/check.ts";
import { useSpoken } from "../pane/say.ts";
import { PictureGround, type Then } from "./ground.ts";
import { seriesOf, stripOf, trendOf } from "./history.ts";
import { SchoolStrip } from "./school-strip.tsx";
import { Trend } from "./trend.tsx";
import { usePictureWords } from "./words.ts";

export interface BehindProps {
  readonly row: Row;
  readonly about: About;
  readonly schools: readonly SchoolFigures[];
}

export function Behind({ row: { indicator, verdict, place }, about, schools }: BehindProps) {
  const w = usePictureWords();
  const speak = useSpoken();
  const ground = useContext(PictureGround);
  const series = useMemo(() => (ground ? seriesOf(ground.collections, about.collection) : []), [ground, about.collection]);
  const rollups = useThen(ground?.read, series.length > 1 ? series.map(({ collection }) => collection).join(" ") : "");
  const [name, where] = [speak(indicator.names), speak(place)];
  const asked = { title: name.includes(where) ? name : `${name} ${where}`, indicator, verdict, speak };
  const strip = stripOf(asked, schools);
  // What policy bars comparing schools by is not drawn school by school; yes or no is no place along a value.
  const values = strip.schools.filter(({ value }) => value !== null).length;
  const drawn = indicator.restricted === undefined && indicator.unit !== "flag" && values > 1;
  const trend = rollups && trendOf(asked, series, rollups, inForce().catalogue, w.unread);
  const carry = { workbook: ground?.workbook, say: ground?.say };
  return (
    <>
      {drawn && <SchoolStrip data={strip} {...carry} />}
      {trend && trend.points.filter(({ value }) => value !== null).length > 1 && <Trend data={trend} {...carry} />}
    </>
  );
}

/** The rollups of some collections, once all are read or have failed. */
function useThen(read: ((collection: string) => Promise<Then>) | undefined, collections: string): (Then | null)[] | null {
  const [found, setFound] = useState<(Then | null)[] | null>(null);
  useEffect(() => {
    let wanted = true;
    setFound(null);
    if (read && collections !== "")
      void Promise.all(collections.split(" ").map((one) => read(one).catch(() => null))).then((all) => wanted && setFound(all));
    return () => {
      wanted = false;
    };
  }, [read, collections]);
  return found;
}
