import type { CollectionBody } from "../../shared/contract.ts";
import { type Mapping as Columns, type Earlier, papersOf } from "../../shared/tabulate.ts";
import { columnOptions, Pick, rowOptions } from "./pick.tsx";
import { useWords } from "./say.ts";
import { useTogetherWords } from "./together/words.ts";
import type { Work } from "./work.ts";

interface MappingProps {
  readonly work: Work;
  readonly exam: NonNullable<CollectionBody["exam"]>;
  /** The list of an earlier exam: it stands in for the columns of entry marks that it has. */
  readonly earlier: Earlier | null;
}

/** Which column is which: guessed from the headers, and every guess can be changed. */
export function Mapping({ work: { sheet, mapping, map }, exam, earlier }: MappingProps) {
  const w = useWords();
  const own = useTogetherWords();
  const papers = papersOf(exam, mapping);
  const columns = columnOptions(sheet, mapping.header, own.nameAsClass);
  const column = (subject: string) => mapping.subjects.find((one) => one.subject === subject);
  const listed = (subject: string) => earlier?.mapping.subjects.some((one) => one.subject === subject) === true;
  const put = (subject: string, at: number | null, before: number | null) => {
    // A column holds one subject's marks: it is taken away from the one that had it.
    const others = mapping.subjects.filter((one) => one.subject !== subject && one.column !== at);
    map({ ...mapping, subjects: at === null ? others : [...others, { subject, column: at, before }] });
  };
  const kept = (name: "school" | "class" | "number" | "gradeColumn", label: string) => (
    <Pick
      label={label}
      value={mapping[name]}
      options={columns}
      none={w.mapping.none}
      pick={(at) => map({ ...mapping, [name]: at } satisfies Columns)}
    />
  );
  return (
    <fieldset class="q-fields q-mapping">
      <legend>{w.mapping.title}</legend>
      <Pick
        label={w.mapping.header}
        value={mapping.header}
        options={rowOptions(sheet)}
        none={w.mapping.noHeader}
        pick={(header) => map({ ...mapping, header })}
      />
      {papers.map(({ subject, full, before }) => (
        <>
          <Pick
            key={subject}
            label={subject}
            note={w.mapping.full(full)}
            value={column(subject)?.column ?? null}
            options={columns}
            none={w.mapping.choose}
            pick={(at) => put(subject, at, column(subject)?.before ?? null)}
          />
          {before && column(subject) && earlier && listed(subject) && (
            <p key={`${subject} listed`} class="q-field">
              <span>
                {before.name} <small>{w.mapping.before}</small>
              </span>
              <span>{w.mapping.listed(earlier.name)}</span>
            </p>
          )}
          {before && column(subject) && !listed(subject) && (
            <Pick
              key={`${subject} before`}
              label={before.name}
              note={w.mapping.before}
              value={column(subject)?.before ?? null}
              options={columns}
              none={w.mapping.none}
              pick={(at) => put(subject, column(subject)?.column ?? null, at)}
            />
          )}
        </>
      ))}
      {kept("class", w.mapping.class)}
      {kept("number", w.mapping.number)}
      {kept("school", w.mapping.school)}
      {kept("gradeColumn", w.mapping.grade)}
      <p class="q-hint">{w.mapping.privacy}</p>
    </fieldset>
  );
}
