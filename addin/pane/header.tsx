import type { Connection } from "./connection.ts";
import { useSpoken, useWords } from "./say.ts";

/** Who is acting, and whether the server answers. Beside the playground a newcomer chooses whom to act as. */
export function Header({ connection }: { readonly connection: Connection }) {
  const w = useWords();
  const { overview, demo, act } = connection;
  const school = overview?.schools.find((one) => one.school === overview.school);
  return (
    <header class="q-header">
      {overview && demo ? (
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
      )}
      <Light connection={connection} />
    </header>
  );
}

function Light({ connection: { starting, busy, overview, trouble } }: { readonly connection: Connection }) {
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
