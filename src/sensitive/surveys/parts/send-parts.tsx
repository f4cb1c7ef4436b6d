import { Button, ButtonLink } from "#ui/button.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { Section } from "#ui/page.tsx";

/** A plain form that brings a file: it makes links, so it is no link itself. */
const PrintForm = ({ action, label, again }: { action: string; label: string; again?: string }) => (
  <form method="post" action={action} className="my-3 flex flex-wrap items-end gap-3">
    <label className="block">
      {label}（この番号から）
      <input
        name="from"
        defaultValue="1"
        inputMode="numeric"
        className="ml-2 w-24 border border-solid-gray-600 px-2 py-2"
      />
    </label>
    {again ? (
      <label className="block">
        <input type="checkbox" name="again" value="1" className="mr-2" />
        {again}
      </label>
    ) : null}
    <Button>PDFを作成する</Button>
  </form>
);

export const Sending = ({
  here,
  workers,
  once,
  again,
  answer,
}: {
  answer: unknown;
  here: string;
  workers: boolean;
  once: string;
  again: string;
}) => (
  <Section
    title="発送"
    lead={`${workers ? "配布票は30" : "郵送・手渡しは300"}件の事業所ごとに1つのPDFになります。`}
  >
    {workers ? (
      <PrintForm
        action={`${here}/codes.pdf`}
        label="従業員への配布票"
        again="作成済みの事業所にも新しい番号で作成する"
      />
    ) : (
      <>
        <PrintForm action={`${here}/letters.pdf`} label="依頼状" />
        <ButtonLink to={`${here}/sheets.pdf?from=1`} reload>
          紙の調査票（PDF）
        </ButtonLink>
        <OutwardForm
          command="frame.send"
          answer={answer}
          once={once}
          submit="メールで依頼する"
          question="未送信の事業所に、調査のお願いを送信します。"
        />
        <OutwardForm
          command="frame.remind"
          answer={answer}
          once={again}
          submit="メールで再度依頼する"
          question="回答のない事業所だけに、再度のお願いを送信します。"
        />
      </>
    )}
  </Section>
);
