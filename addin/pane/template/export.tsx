import type { SubmissionBody } from "../../../shared/contract.ts";
import type { Handed } from "../../../shared/handin/handed.ts";
import type { Desk } from "../desk.ts";
import { saveFile } from "../save.ts";
import { useWords } from "../say.ts";
import { keyOf } from "./check.ts";
import { revisionFor } from "./exported.ts";

interface ExportProps {
  readonly handed: Handed;
  readonly body: SubmissionBody;
  readonly desk: Pick<Desk, "connection" | "attempt" | "say">;
}

/** 导出上报文件: the same submission as a file with its digest, to be carried where there is no network. */
export function ExportFile({ handed, body, desk: { connection, attempt, say } }: ExportProps) {
  const w = useWords();
  const { school, collection } = handed;
  const region = connection.overview?.region;
  const save = async () => {
    if (!school || !collection || !region) return;
    const [{ writeSubmission }, { canonical, sha256 }] = await Promise.all([
      import("../../../shared/handin/file.ts"),
      import("../../../shared/canonical.ts"),
    ]);
    const after = attempt.current?.receipt.revision ?? 0;
    const revision = revisionFor(() => localStorage, [region, collection, school], sha256(canonical(body)), after);
    const explained = new Map((body.notes ?? []).map((note) => [keyOf(note), note.text]));
    const findings = handed.findings.map((finding) => {
      const note = explained.get(keyOf(finding));
      return note === undefined ? finding : { ...finding, note };
    });
    const made = new Date().toISOString();
    const name = `${school}_${collection}_${revision}.quality.json`;
    saveFile(name, writeSubmission({ program: "QUALITY", region, school, collection, revision, body, findings, made }), "application/json");
    say(w.template.exported(name));
  };
  return (
    <button type="button" onClick={() => void save()}>
      {w.template.export}
    </button>
  );
}
