/** =QUALITY.* functions of 优质均衡. */
import { rulesOf } from "../../shared/indicators/rules.ts";
import { inForce } from "../all-definitions.ts";
import { answer } from "../cells.ts";
import { balanceTable } from "../tables/balance.ts";

/**
 * 优质均衡资源配置检查：逐校逐学段的七项生均值、达标项数、余项底线和判定（至少 6 项达标，余项不低于要求的 85%），再列各学段七项差异系数。一校多学段的每学段一行（小学、初中、高中），写各自的学生数和教师数；共用的用房、场馆、设备、多媒体教室只写在一行、其余行留空，即按折算学生数 1:1.1:1.32 分摊。特殊教育学校、职业学校、不足 50 人的教学点不在范围，请勿列入。High-quality balance check: the seven values of each school and stage, how many are met, the floor of the rest and the verdict, then the coefficients of variation of each stage. A school of several stages has a row for each; what they share stands in one row, blank in the others, and is split by weighted pupils. Leave out special and vocational schools and teaching points under 50 pupils.
 * @customfunction BALANCECHECK
 * @param table 每校每学段一行，共 10 列，不含表头：学校、学段、学生数、高于规定学历教师数、县级以上骨干教师数、体育艺术专任教师数、教学及辅助用房面积（㎡）、体育运动场馆面积（㎡）、教学仪器设备值（元）、网络多媒体教室数。A row per school and stage, ten columns without header: school, stage, pupils, teachers above the required degree, backbone teachers, PE and arts teachers, teaching area (m²), sports area (m²), equipment (yuan), multimedia classrooms.
 * @returns 每校一行，再列各学段差异系数和判定 A row per school, then the coefficients of variation and verdicts of each stage
 */
export function BALANCECHECK(table: unknown[][]): unknown[][] {
  return answer(() => {
    const { catalogue, release, choices } = inForce();
    return balanceTable(table, rulesOf(catalogue, release, choices));
  });
}
