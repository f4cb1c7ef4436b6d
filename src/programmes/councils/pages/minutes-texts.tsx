import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";

export const Unsaved = ({ text }: { text: string }) => (
  <Section
    title="あなたの文（保存されていません）"
    lead="残しておきたいところは写してから、訂正の版を始めてください。"
  >
    <Framed text={text} />
  </Section>
);

const Framed = ({ text }: { text: string }) => (
  <div className="whitespace-pre-wrap rounded-8 border border-solid-gray-300 p-4">{text}</div>
);

type Version = Readonly<{ version: number; approved: string | null; reason: string; body: string }>;

/** The versions before the present one, each as it was approved. */
export const Earlier = ({ versions }: { versions: readonly Version[] }) =>
  versions.map(({ version, approved, reason, body }) => (
    <Section
      key={version}
      title={`第${version}版`}
      lead={[approved, reason && `訂正の理由: ${reason}`].filter(Boolean).join("　")}
    >
      <div className="whitespace-pre-wrap text-std-16N-170">{body}</div>
    </Section>
  ));

/** A draft is approved as it was read; an approved version is corrected by the next one. */
export function ApproveOrCorrect({
  version,
  revision,
  open,
  answer,
}: {
  version: number;
  revision: number;
  open: boolean;
  answer: unknown;
}) {
  return open ? (
    <Section title="承認" lead="承認すると変更できなくなります。訂正は新しい版になります。">
      <CommandForm command="minutes.approve" answer={answer} submit={`第${version}版を承認する`}>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="revision" value={revision} />
      </CommandForm>
    </Section>
  ) : (
    <Section title="訂正">
      <CommandForm command="minutes.correct" answer={answer} submit="訂正の版を始める" kind="secondary">
        <TextField label="訂正の理由" name="reason" />
      </CommandForm>
    </Section>
  );
}
