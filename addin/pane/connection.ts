import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Demo, Overview } from "../../shared/contract.ts";
import { ApiRefusal, openApi, type RefusalCause, type RegionApi, regionApi, type Session } from "../api.ts";
import { forgetServed } from "../catalogue.ts";
import { tellSession } from "../session.ts";
import type { Keep } from "./keep.ts";
import { onTold } from "./windows.ts";

export interface Connection {
  readonly session: Session | null;
  readonly api: RegionApi | null;
  readonly overview: Overview | null;
  readonly busy: boolean;
  /** The first attempt of this opening is still under way. */
  readonly starting: boolean;
  /** What the last call met, for the words beside the dot; `null` when it was answered. */
  readonly trouble: ApiRefusal | null;
  /** Who a newcomer may act as, where the server hands out a demo county. */
  readonly demo: DemoPeople | null;
  connect(session: Session, lasting: boolean): Promise<boolean>;
  disconnect(): void;
  reload(): Promise<boolean>;
  act(as: string): Promise<boolean>;
  /** Runs a call and notes how it went. */
  run<T>(task: Promise<T>): Promise<T>;
}

export interface DemoPeople {
  readonly region: string;
  /** "bureau", "viewer", or a school's code. */
  readonly as: string;
  readonly schools: readonly { readonly school: string; readonly name: string }[];
}

const asText = (error: unknown) =>
  error instanceof ApiRefusal ? error : new ApiRefusal("refused", { zh: String(error), en: String(error) });

/** Milliseconds for which what was read is taken to hold when the window comes back. */
const FRESH = 30_000;

/** The pane's connection: kept between openings in Excel (and its answer perhaps asked for `ahead`), handed out by the server beside the playground. */
export function useConnection(server: string, keep: Keep, playground: boolean, ahead: Promise<Overview> | null = null): Connection {
  const [session, setSession] = useState<Session | null>(null);
  const [overview, setOverview] = useState<Overview | null>(null);
  const [busy, setBusy] = useState(false);
  const [starting, setStarting] = useState(true);
  const [trouble, setTrouble] = useState<ApiRefusal | null>(null);
  const [demo, setDemo] = useState<DemoPeople | null>(null);
  const tokens = useRef<Demo | null>(null);
  const asked = useRef(ahead);

  const run = useCallback(async <T>(task: Promise<T>): Promise<T> => {
    try {
      const answer = await task;
      setTrouble(null);
      return answer;
    } catch (error) {
      const refusal = asText(error);
      if (isOfConnection(refusal.cause)) setTrouble(refusal);
      throw refusal;
    }
  }, []);

  const open = useCallback(async (next: Session, coming = regionApi(next).overview()): Promise<Overview | null> => {
    setBusy(true);
    try {
      const found = await coming;
      setSession(next);
      setOverview(found);
      setTrouble(null);
      return found;
    } catch (error) {
      setTrouble(asText(error));
      return null;
    } finally {
      setBusy(false);
    }
  }, []);

  const connect = useCallback(
    async (next: Session, lasting: boolean) => {
      const found = await open(next);
      if (found) keep.write(next, lasting);
      return found !== null;
    },
    [open, keep],
  );

  const act = useCallback(
    async (as: string) => {
      const given = tokens.current;
      const token = given && (as === "bureau" || as === "viewer" ? given.tokens[as] : given.tokens.schools[as]);
      if (!given || !token) return false;
      const found = await open({ server, region: given.region, token });
      if (found) setDemo((people) => ({ region: given.region, as, schools: people?.schools ?? found.schools }));
      return found !== null;
    },
    [open, server],
  );

  const start = useCallback(async () => {
    setBusy(true);
    const given = playground ? await openApi(server).demo().catch(asText) : null;
    if (given instanceof ApiRefusal) {
      setTrouble(given);
      setBusy(false);
    } else if (given) {
      tokens.current = given;
      await act("bureau");
    } else {
      const kept = keep.read();
      setBusy(false);
      if (!kept) return;
      setSession(kept);
      await open(kept, asked.current ?? undefined);
      asked.current = null;
    }
  }, [act, keep, open, playground, server]);

  useEffect(() => void start().then(() => setStarting(false)), [start]);

  // Cells ask as whoever the pane is connected as, once it is clear whether anybody is.
  useEffect(() => {
    if (!starting) tellSession(session);
  }, [starting, session]);

  const reload = useCallback(async () => {
    if (!session) {
      await start();
      return tokens.current !== null;
    }
    return (await open(session)) !== null;
  }, [open, session, start]);

  useEffect(() => {
    const again = () => void reload();
    addEventListener("online", again);
    const stop = onTold((region) => region === session?.region && again());
    return () => {
      removeEventListener("online", again);
      stop();
    };
  }, [reload, session]);

  // Somebody else may have decided something while this window lay behind others: looked for when one comes back to it.
  const read = useRef(0);
  useEffect(() => {
    read.current = Date.now();
    const look = async () => {
      if (!session || document.visibilityState === "hidden" || Date.now() - read.current < FRESH) return;
      read.current = Date.now();
      const found = await regionApi(session)
        .overview()
        .catch(() => null);
      if (found) setOverview((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
    };
    const heard = () => void look();
    addEventListener("focus", heard);
    document.addEventListener("visibilitychange", heard);
    return () => {
      removeEventListener("focus", heard);
      document.removeEventListener("visibilitychange", heard);
    };
  }, [session]);

  const disconnect = useCallback(() => {
    keep.drop();
    forgetServed();
    setSession(null);
    setOverview(null);
    setTrouble(null);
  }, [keep]);

  const api = useMemo(() => (session ? regionApi(session) : null), [session]);
  return { session, api, overview, busy, starting, trouble, demo, connect, disconnect, reload, act, run };
}

/** A refusal of one request says nothing about the connection; these do. */
function isOfConnection(cause: RefusalCause): boolean {
  return cause === "offline" || cause === "timeout" || cause === "unauthorised";
}
