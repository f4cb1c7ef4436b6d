import { labelled, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Section } from "#ui/page.tsx";
import { EVIDENCE } from "../model/plan.messages.ts";
import { RemoveForm, wordsOf } from "./parts.tsx";

type ShownEvidence = Readonly<Record<"id" | "kind" | "text" | "source" | "sector", string>>;
const LABELS = { kind: "種類", text: "根拠", source: "出典", sector: "持ち寄った分野" };
const field = labelled(LABELS);

/** What an issue rests on, and the form for one more. */
export function IssueEvidence({
  evidence,
  sectors,
  mayEdit,
  once,
  answer,
}: {
  evidence: readonly ShownEvidence[];
  sectors: readonly Option[];
  mayEdit: boolean;
  once: string;
  answer: unknown;
}) {
  return (
    <Section title={`根拠 ${evidence.length}`}>
      {evidence.length === 0 ? (
        <p>根拠はまだありません。指標・調査・委員の声のいずれか1つから始められます。</p>
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
                {[one.source && `出典 ${one.source}`, one.sector && `持ち寄った分野 ${one.sector}`]
                  .filter(Boolean)
                  .join("　")}
              </p>
            </div>
            {mayEdit ? (
              <RemoveForm kind="evidence" id={one.id} named={one.text} open="この根拠を削除する" />
            ) : null}
          </Line>
        ))}
      </Lines>
      {mayEdit ? (
        <Folded
          summary="根拠を追加する"
          open={evidence.length === 0 || answerFor(answer, "evidence.add") !== undefined}
        >
          {/* The key makes empty fields again once a piece of evidence was added. */}
          <CommandForm
            key={evidence.length}
            command="evidence.add"
            answer={answer}
            values={{ kind: "finding" }}
            once={once}
            labels={LABELS}
            submit="根拠を追加する"
            kind="secondary"
            busy="保存しています…"
          >
            <SelectField {...field("kind")} options={wordsOf(EVIDENCE)} />
            <TextArea {...field("text")} />
            <TextField {...field("source")} optional />
            <SelectField {...field("sector")} optional empty="選択しない" options={sectors} />
          </CommandForm>
        </Folded>
      ) : null}
    </Section>
  );
}
