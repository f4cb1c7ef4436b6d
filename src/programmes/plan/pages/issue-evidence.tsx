import { type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { EVIDENCE } from "../messages.ts";
import type { Evidence } from "../schema.ts";

type Typed = Readonly<{
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, readonly string[]>>;
}>;

/** What an issue rests on, and the form for one more. */
export function IssueEvidence({
  evidence,
  sectors,
  mayEdit,
  onceKey,
  typed,
}: {
  evidence: readonly (Evidence & { sectorName: string })[];
  sectors: readonly Option[];
  mayEdit: boolean;
  onceKey: string;
  typed: Typed | undefined;
}) {
  return (
    <Section title={`根拠 ${evidence.length}`}>
      {evidence.length === 0 ? (
        <p>根拠はまだありません。指標・調査・委員の声のどれか1つから始められます。</p>
      ) : null}
      <Lines>
        {evidence.map((one) => (
          <Line key={one.id}>
            <div className="max-w-3xl">
              <p>
                <span className="mr-2 text-std-16B-170">{EVIDENCE[one.kind]}</span>
                {one.text}
              </p>
              <p className="text-dns-14N-130 text-solid-gray-800">
                {[one.source && `出典 ${one.source}`, one.sectorName && `持ち寄った分野 ${one.sectorName}`]
                  .filter(Boolean)
                  .join("　")}
              </p>
            </div>
            {mayEdit ? (
              <OnceForm submit="この根拠を消す" kind="danger" busy="消しています…">
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="id" value={one.id} />
              </OnceForm>
            ) : null}
          </Line>
        ))}
      </Lines>
      {mayEdit ? (
        <details className="mt-3" open={evidence.length === 0 || typed !== undefined}>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
            根拠を加える
          </summary>
          {/* The key makes empty fields again once a piece of evidence was added. */}
          <OnceForm
            key={evidence.length}
            submit="根拠を加える"
            kind="secondary"
            busy="保存しています…"
            onceKey={onceKey}
          >
            <input type="hidden" name="intent" value="evidence" />
            {typed ? <Notice kind="error" title="直すところがあります。書いたものは残っています。" /> : null}
            <SelectField
              label="種類"
              name="kind"
              defaultValue={typed?.values.kind ?? "finding"}
              options={Object.entries(EVIDENCE).map(([value, label]) => ({ value, label }))}
            />
            <TextArea
              label="根拠"
              name="text"
              defaultValue={typed?.values.text}
              errors={typed?.errors.text}
            />
            <TextField
              label="出典"
              name="source"
              optional
              defaultValue={typed?.values.source}
              errors={typed?.errors.source}
            />
            <SelectField
              label="持ち寄った分野"
              name="sector"
              optional
              empty="選ばない"
              options={sectors}
              defaultValue={typed?.values.sector}
              errors={typed?.errors.sector}
            />
          </OnceForm>
        </details>
      ) : null}
    </Section>
  );
}
