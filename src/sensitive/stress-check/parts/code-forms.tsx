import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { Table } from "#ui/table.tsx";
import { CODES } from "../model/stress.messages.ts";

type Slip = Readonly<{ number: number; name: string; code: string }>;

/** Codes as they are told once, in the answer to the form. */
export const GivenCodes = ({ slips }: { slips: readonly Slip[] }) => (
  <>
    <Notice kind="success" title={CODES.given(slips.length)}>
      <p>印刷するか書き写し、封筒に入れて本人にお渡しください。</p>
      <PrintButton label="印刷する" />
    </Notice>
    <Table
      caption="回答用の番号"
      rows={slips}
      rowKey={(row) => String(row.number)}
      columns={[
        { key: "number", head: "用紙の番号", cell: (row) => row.number },
        { key: "name", head: "氏名", cell: (row) => row.name },
        { key: "code", head: "回答用の番号", cell: (row) => row.code },
      ]}
    />
  </>
);

type Worker = Readonly<{ id: string; number: number; name: string; hasCode: boolean }>;

/** Codes for who has none; and, behind a question, new ones for who lost theirs. */
export function CodeForms({
  workers,
  slips,
  answer,
}: {
  workers: readonly Worker[];
  /** Where the slips are printed. */
  slips: string;
  answer: unknown;
}) {
  const having = workers.filter(({ hasCode }) => hasCode);
  const missing = workers.length - having.length;
  const which = answerFor(answer, "stress-code.give")?.values.which;
  const again = which !== undefined && which !== "missing";
  return (
    <Section
      title="回答用の番号"
      lead={`受検者${workers.length}人のうち、発行済み${having.length}人、未発行${missing}人です。番号は、発行したときに1回だけ表示します。`}
    >
      {missing > 0 ? (
        <>
          <CommandForm
            command="stress-code.give"
            answer={again ? undefined : answer}
            submit="番号を発行する"
            className="my-3"
          >
            <input type="hidden" name="which" value="missing" />
          </CommandForm>
          <form method="post" action={slips} className="my-3">
            <Button>配布票（PDF）で発行する</Button>
          </form>
        </>
      ) : null}
      {having.length > 0 ? (
        <Folded summary="番号を再発行する" open={again}>
          <p className="my-2 max-w-3xl">{CODES.again}</p>
          <CommandForm
            command="stress-code.give"
            answer={again ? answer : undefined}
            submit="再発行する"
            busy="再発行しています…"
            kind="danger"
            className="my-3"
          >
            <SelectField
              label="再発行する方"
              name="which"
              empty="選択してください"
              options={[
                ...having.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
                { value: "all", label: "全員" },
              ]}
            />
          </CommandForm>
          <form method="post" action={slips} className="my-3">
            <input type="hidden" name="which" value="all" />
            <Button kind="danger">全員の配布票（PDF）を再発行する</Button>
          </form>
        </Folded>
      ) : null}
    </Section>
  );
}
