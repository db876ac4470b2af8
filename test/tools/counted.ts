/**
 * A filled exam template counted by a program that shares nothing with the product: openpyxl reads it, Python counts the rows in exact whole
 * numbers. Columns are found by their headers alone.
 */
import type { Paper, Slice } from "../../shared/contract.ts";
import { runPython, withFile } from "./openpyxl.ts";

const SCRIPT = `
import sys, json, math, openpyxl
from fractions import Fraction
papers = json.load(sys.stdin)
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
AWAY = {'缺考': 'absent', '缓考': 'deferred', '免考': 'exempt', '违纪': 'misconduct', '转出': 'left'}
GRADES = '一二三四五六七八九'
out = []
def whole(v, grid):
    n = Fraction(str(v)) * grid
    assert n.denominator == 1, v
    return int(n)
def count(rows, paper):
    states = dict(sat=0, absent=0, deferred=0, exempt=0, misconduct=0, left=0); counts = {}
    for r in rows:
        v = r[paper['subject']]
        if v in AWAY: states[AWAY[v]] += 1
        else:
            states['sat'] += 1; n = whole(v, paper['grid']); counts[n] = counts.get(n, 0) + 1
    return dict(grid=paper['grid'], states=states, counts=sorted([k, v] for k, v in counts.items()))
places = []
for p in papers:
    if (p['stage'], p['grade']) not in places: places.append((p['stage'], p['grade']))
for stage, grade in places:
    own = [p for p in papers if (p['stage'], p['grade']) == (stage, grade)]
    ws = book['成绩 %s年级' % GRADES[grade - 1]]
    table = list(ws.iter_rows(values_only=True))
    at = next(i for i, r in enumerate(table) if r[0] == '班级')
    head = [str(h) for h in table[at] if h is not None]
    rows = [dict(zip(head, r)) for r in table[at + 1:] if any(v is not None for v in r)]
    if not rows: continue
    classes = list(dict.fromkeys(str(r['班级']) for r in rows))
    of = lambda c: [r for r in rows if str(r['班级']) == c]
    there = lambda members: [sum(r[q['subject']] != '转出' for r in members) for q in own]
    alone = sorted((c for c in classes if min(there(of(c))) >= 10), key=lambda c: -len(of(c)))
    # Fewer than ten who remain could be told by subtraction: the smallest class stays with them.
    if any(0 < n < 10 for n in there([r for r in rows if str(r['班级']) not in alone])): alone.pop()
    for p in own:
        slice = dict(stage=stage, grade=grade, subject=p['subject'], **{'class': None}, scores=count(rows, p))
        if p['before']:
            g, b = p['grid'], p['before']['grid']
            there = [r for r in rows if r[p['subject']] != '转出']
            both = [(whole(r[p['subject'] + '前测'], b), whole(r[p['subject']], g)) for r in there
                    if r[p['subject']] not in AWAY and r[p['subject'] + '前测'] is not None]
            slice['pairs'] = dict(grid=dict(before=b, after=g), matched=len(both), unmatched=len(there) - len(both),
                before=sum(x for x, y in both), after=sum(y for x, y in both), before2=sum(x * x for x, y in both),
                after2=sum(y * y for x, y in both), product=sum(x * y for x, y in both))
        out.append(slice)
        for c in classes:
            if c in alone: out.append(dict(stage=stage, grade=grade, subject=p['subject'], **{'class': c}, scores=count(of(c), p)))
    pupils = passed = 0; lowest = {}
    for r in rows:
        marks = [(r[p['subject']], Fraction(str(p['full'])) * 60 / 100) for p in own]
        if any(m == '转出' for m, l in marks) or all(m == '免考' for m, l in marks): continue
        pupils += 1
        passed += all(m == '免考' or (m not in AWAY and Fraction(str(m)) >= l) for m, l in marks)
        taken = [(m, l) for m, l in marks if m != '免考']
        if all(m not in AWAY for m, l in taken):
            percent = math.floor(min(Fraction(str(m)) * 60 / l for m, l in taken))
            lowest[percent] = lowest.get(percent, 0) + 1
    out.append(dict(stage=stage, grade=grade, subject=None, **{'class': None}, 
        joint=dict(pupils=pupils, passed=passed, lowest=sorted([k, v] for k, v in lowest.items()),
            papers={p['subject']: {'full': p['full'], 'pass': float(Fraction(str(p['full'])) * 60 / 100)} for p in own})))
print(json.dumps(out))
`;

export function countedBy(workbook: Uint8Array, papers: readonly Paper[]): Slice[] {
  return withFile(workbook, (file) => JSON.parse(runPython(SCRIPT, [file], JSON.stringify(papers))) as Slice[]);
}
