/** The resources part of the check over a table of schools: every school, then every stage. */
import type { Rules } from "../indicators/rules.ts";
import type { Cells } from "../scores.ts";
import { stageCheck } from "./county.ts";
import type { BalanceSchool, BalanceStageRead } from "./result.ts";
import { schoolCheck } from "./school.ts";
import { BALANCE_STAGES, type Standard, standardOf } from "./standard.ts";
import { rowsOfTable } from "./table.ts";

export interface TableCheck {
  readonly standard: Standard;
  readonly schools: readonly BalanceSchool[];
  readonly stages: readonly BalanceStageRead[];
}

export function checkTable(rules: Rules, cells: Cells): TableCheck {
  const standard = standardOf(rules);
  const rows = rowsOfTable(cells, standard.weights);
  const schools = rows.map((row) => schoolCheck(standard, row));
  const present = BALANCE_STAGES.filter((stage) => rows.some((row) => row.stage === stage));
  return { standard, schools, stages: present.map((stage) => stageCheck(standard, stage, rows, schools, null)) };
}
