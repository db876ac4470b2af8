import type { Session } from "../api.ts";

/**
 * Where the pane keeps its connection between two openings. Excel on the web asks add-ins to prefix what they store with
 * the partition of the page they are embedded in. Where storage is refused, it lasts as long as the page.
 */
export interface Keep {
  read(): Session | null;
  /** `lasting` keeps it on this computer; otherwise it ends with the window. */
  write(session: Session, lasting: boolean): void;
  drop(): void;
}

export function keepIn(partition: string): Keep {
  const name = `${partition}quality.session`;
  const stores = () => {
    try {
      return [sessionStorage, localStorage];
    } catch {
      return [];
    }
  };
  const attempt = <T>(act: (store: Storage) => T): T[] =>
    stores().flatMap((store) => {
      try {
        return [act(store)];
      } catch {
        return [];
      }
    });
  return {
    read: () => {
      const text = attempt((store) => store.getItem(name)).find((kept) => kept !== null);
      return text ? parse(text) : null;
    },
    write: (session, lasting) => {
      const text = JSON.stringify(session);
      attempt((store) => (store === sessionStorage || lasting ? store.setItem(name, text) : store.removeItem(name)));
    },
    drop: () => {
      attempt((store) => store.removeItem(name));
    },
  };
}

function parse(text: string): Session | null {
  try {
    const { server, region, token } = JSON.parse(text) as Partial<Session>;
    return server !== undefined && region && token ? { server, region, token } : null;
  } catch {
    return null;
  }
}
