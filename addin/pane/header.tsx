import type { Connection } from "./connection.ts";
import { useSpoken, useWords } from "./say.ts";

interface HeaderProps {
  readonly connection: Connection;
  /** Whether the settings are shown in place of the tabs' panel. */
  readonly settings: boolean;
  toggle(): void;
}

/** Who is acting, whether the server answers, and the way to the settings. Beside the playground a newcomer chooses whom to act as. */
export function Header({ connection, settings, toggle }: HeaderProps) {
  const w = useWords();
  return (
    <header class="q-header">
      <Who connection={connection} />
      <Light connection={connection} />
      <button
        type="button"
        id="q-settings"
        class="q-gear"
        aria-label={w.tabs.settings}
        title={w.tabs.settings}
        aria-pressed={settings}
        onClick={toggle}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path d={GEAR} fill-rule="evenodd" />
        </svg>
      </button>
    </header>
  );
}

/** Who is acting where; a newcomer of the demo chooses. */
export function Who({ connection: { overview, demo, act } }: Pick<HeaderProps, "connection">) {
  const w = useWords();
  const school = overview?.schools.find((one) => one.school === overview.school);
  return overview && demo ? (
    <label class="q-as">
      <span>{overview.name}</span>
      <select aria-label={w.header.actAs} value={demo.as} onChange={(event) => void act(event.currentTarget.value)}>
        <option value="bureau">{w.roles.bureau}</option>
        {demo.schools.map(({ school: code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
        <option value="viewer">{w.roles.viewer}</option>
      </select>
    </label>
  ) : (
    <p class="q-as">{overview ? `${overview.name} · ${school?.name ?? w.roles[overview.role]}` : "QUALITY"}</p>
  );
}

/** A wheel of eight teeth around a hub. */
const GEAR = gear();

function gear(): string {
  const at = (degrees: number, radius: number) => {
    const angle = (degrees * Math.PI) / 180;
    return `${(10 + radius * Math.sin(angle)).toFixed(2)} ${(10 - radius * Math.cos(angle)).toFixed(2)}`;
  };
  const tooth = (middle: number) => [at(middle - 15, 6.4), at(middle - 9, 8.6), at(middle + 9, 8.6), at(middle + 15, 6.4)];
  const teeth = Array.from({ length: 8 }, (_, index) => tooth(45 * index)).flat();
  return `M${teeth.join("L")}Z M10 7a3 3 0 1 0 0 6a3 3 0 1 0 0-6Z`;
}

/** Whether the server answers. */
export function Light({ connection: { starting, busy, overview, trouble } }: Pick<HeaderProps, "connection">) {
  const w = useWords();
  const spoken = useSpoken();
  const state =
    (starting || busy) && !overview
      ? "connecting"
      : trouble
        ? trouble.cause === "unauthorised"
          ? "unauthorised"
          : trouble.cause === "refused"
            ? "refused"
            : "offline"
        : overview
          ? "connected"
          : "none";
  return (
    <p class={`q-light q-light-${state}`} title={trouble ? spoken(trouble.words) : undefined}>
      {w.light[state]}
    </p>
  );
}
