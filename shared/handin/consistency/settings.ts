/** What counts as worth a question. None of it is fixed by a rule: conventions of ours; the words and the source of each, in settings-words.ts, are shown beside what is asked. */
export interface Settings {
  /** How many spreads from the median of all schools a value may lie. */
  readonly robustSpreads: number;
  /** Of how many schools a spread is taken at all. */
  readonly robustSchools: number;
  /** How far participation may fall, as a fraction: 0.02 are two points. */
  readonly participationFall: number;
  /** And by how many pupils more were away from one of the subjects than by last time's rate. */
  readonly participationFew: number;
  /** How far enrolment and the pupils expected in an exam of all grades may differ, as a fraction of enrolment. */
  readonly enrolmentGap: number;
  /** How far numbers of the same people may be apart in what a school gives of one year, as a fraction of the largest, and from how many people on. */
  readonly peopleApart: number;
  readonly peopleFew: number;
  /** How far apart the roll itself may be in several places of one year, as a fraction of the largest. */
  readonly rollApart: number;
  /** And by how many pupils at least. */
  readonly rollFew: number;
  /** How many valid answers there may be for each pupil: one of each parent. */
  readonly answersEach: number;
  /** How far a school's pupils may be from last time's, as a fraction of those. */
  readonly rollGap: number;
  /** Below what part of last time's, or of the roll shared out over the grades, a grade is asked about, as a fraction. */
  readonly gradeShare: number;
  /** How far from 10,000 times an amount may be and still look like 万元 for 元. */
  readonly unitFactor: number;
  /** How many times as much as last time, or as little, a number entered is asked about: a digit too many is about ten. And by how many at least. */
  readonly timesLast: number;
  readonly timesFew: number;
  /** How large the larger of the two is at least: a smaller one only where no school has as many, or as few. */
  readonly timesLeast: number;
  /** How many times above or below the standard per pupil an amount is asked about. */
  readonly standardFactor: number;
  /** A school of fewer pupils has more of everything for each: its upper bounds are raised as many times as it is smaller. */
  readonly smallSchool: number;
  /** Of how many pupils marks that are all alike are asked about. */
  readonly alikePupils: number;
  /** Of how many different marks, or of how many numbers, it is asked whether they are those of last time or of another class. */
  readonly sameNumbers: number;
  /** How large a number entered is at least that counts among those: small ones may well be alike. */
  readonly sameLeast: number;
  /** Of how many subjects, or amounts, that are all another's it is asked: fewer may be alike by chance. */
  readonly sameParts: number;
  /** What part of those expected may be absent in one subject while others were sat, as a fraction. */
  readonly absentShare: number;
  /** How many times as many pupils as at any mark just below a line may stand at it before it is asked about. */
  readonly heapFactor: number;
  /** How far below a line "just below" reaches, as a fraction of the full mark. */
  readonly heapReach: number;
  /** What part of a grade may be exempt or have left, and so count in no rate, as a fraction. */
  readonly outsideShare: number;
  /** Of how many pupils it is asked whether subjects go together at all. */
  readonly relatedPupils: number;
  /** From what correlation on two subjects go together, and below which they have nothing to do with each other. */
  readonly related: number;
  readonly unrelated: number;
  /** Fewer different marks are a test by doing, or grades: it need not go with written papers. */
  readonly fewMarks: number;
  /** What part of the entry marks may be those of this exam, as a fraction. */
  readonly copiedShare: number;
  /** How many spreads of pupils a class may be off in one subject while it is in line in its others. */
  readonly classSpreads: number;
  /** And by what part of the full mark, as a fraction. */
  readonly classGap: number;
  /** How many pupils may have the marks of another in every subject. */
  readonly sameRows: number;
  /** By what part of what stands the pupils of a later file may be more before it is asked about, as a fraction: 0.5 is half as many again. */
  readonly growth: number;
  /** By how many revisions a file may be ahead of what is held before it is asked about: it bars every lower one after it. */
  readonly revisionJump: number;
  /** Of how many pupils a grade's marks that are another school's to the last one are asked about. */
  readonly twinPupils: number;
  /** What part of the full mark nobody passes in a column of flags or factors, as a fraction. */
  readonly flagShare: number;
  /** Of how many pupils a written paper has more than two different marks. */
  readonly flagPupils: number;
  /** What part of the full mark a pupil has at least in the others where ten times a mark is what they let expect, as a fraction. */
  readonly tenthShare: number;
  /** How far ten times the mark may lie from their mean, as a fraction of the full mark. */
  readonly tenthNear: number;
  /** What standard deviation the marks of an exam have at least where an earlier one must order them alike, as a fraction of the full mark. */
  readonly entrySpread: number;
  /** From how many digits on a number is one pupil's in all of the country, whatever the name in its row. */
  readonly nationalDigits: number;
  /** How many pupils of one name and number may stand in two grades by chance, and from how many digits on of their numbers none. */
  readonly gradesChance: number;
  readonly gradesDigits: number;
  /** Where a grade has no numbers: how many names two grades have in common, and what part of the smaller one, as a fraction. */
  readonly gradesNames: number;
  readonly gradesShare: number;
}

export const defaultSettings: Settings = {
  robustSpreads: 3,
  robustSchools: 5,
  participationFall: 0.02,
  participationFew: 2,
  enrolmentGap: 0.05,
  peopleApart: 0.1,
  peopleFew: 3,
  rollApart: 0.05,
  rollFew: 10,
  answersEach: 2,
  rollGap: 0.25,
  gradeShare: 0.6,
  unitFactor: 3,
  timesLast: 7,
  timesFew: 5,
  timesLeast: 50,
  standardFactor: 10,
  smallSchool: 200,
  alikePupils: 10,
  sameNumbers: 5,
  sameLeast: 10,
  sameParts: 2,
  absentShare: 0.5,
  heapFactor: 3,
  heapReach: 0.05,
  outsideShare: 0.05,
  relatedPupils: 30,
  related: 0.4,
  unrelated: 0.2,
  fewMarks: 12,
  copiedShare: 0.5,
  classSpreads: 1.5,
  classGap: 0.2,
  sameRows: 5,
  growth: 0.5,
  revisionJump: 100,
  twinPupils: 10,
  flagShare: 0.05,
  flagPupils: 20,
  tenthShare: 0.4,
  tenthNear: 0.2,
  entrySpread: 0.1,
  // 学籍号 are G or L and 18 digits, identity numbers 17 digits and a digit or X: 17 are left where a letter got lost.
  nationalDigits: 17,
  gradesChance: 2,
  gradesDigits: 8,
  gradesNames: 10,
  gradesShare: 0.5,
};
