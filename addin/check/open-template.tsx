/** The open template, or a chosen file of one, against the targets: the whole school in any form, teachers and square metres too, before anything is sent. */
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { isTemplateSheet } from "../../shared/template/torn.ts";
import { inForce } from "../all-definitions.ts";
import { check } from "../pane/check.ts";
import type { Desk } from "../pane/desk.ts";
import { FormulaCheck } from "../pane/formulas/section.tsx";
import { useWords } from "../pane/say.ts";
import type { TemplateCheck } from "../pane/template/check.ts";
import { CheckBar } from "../pane/template/check-bar.tsx";
import { PictureGround } from "../pictures/ground.ts";
import { aboutSchool, baselineName } from "./about.ts";
import { OwnBulletins } from "./own-bulletins.tsx";
import { useOwnGround } from "./own-ground.ts";
import { Report } from "./report.tsx";

interface OpenTemplateProps {
  readonly template: TemplateCheck;
  /** The desk with the school and the collection that the template names. */
  readonly whole: Desk;
  /** A list that lies beside the template's sheets is checked as a list. */
  readonly children: ComponentChildren;
}

export function OpenTemplate({ children, ...own }: OpenTemplateProps) {
  const sheet = own.whole.reading.sheet;
  const asList = own.template.file === null && sheet !== null && !isTemplateSheet(sheet.name);
  return asList ? children : <TemplateReport {...own} />;
}

function TemplateReport({ template, whole }: Omit<OpenTemplateProps, "children">) {
  const w = useWords();
  const { handed, file } = template;
  const {
    choice: { collection, school },
    connection: { overview },
  } = whole;
  const body = handed?.body ?? null;
  const found = useMemo(() => {
    if (!body || !collection || !school || !overview) return null;
    const { region, targets } = overview;
    const choices = collection.choices ?? overview.choices;
    const checked = check(body.slices, collection, school, { targets, choices }, inForce().catalogue);
    const baseline = baselineName(collection, overview.collections);
    const about = aboutSchool({ name: school.name, unit: school, region, collection, targets, choices, baseline }, { body }, []);
    return { checked, about };
  }, [body, collection, school, overview]);
  const ground = useOwnGround(whole, collection?.collection ?? null, school, found?.checked ?? null);
  const errors = handed?.findings.filter(({ level }) => level === "error").length ?? 0;
  return (
    <>
      <CheckBar
        template={template}
        label={w.template.checkNow}
        hint={file ? file.name : w.template.checkWhat}
        check={() => void template.check()}
      />
      {errors > 0 && <p class="q-warn">{w.check.waiting(errors)}</p>}
      {found && body && overview && collection && school && (
        <PictureGround.Provider value={ground}>
          <p>
            <strong>{school.name}</strong> {collection.name}
          </p>
          <Report key={`${collection.collection} ${school.school}`} {...found} />
          <OwnBulletins {...{ overview, collection, school, body }} workbook={whole.workbook} say={whole.say} />
        </PictureGround.Provider>
      )}
      <FormulaCheck {...whole} />
    </>
  );
}
