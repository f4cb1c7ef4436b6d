import type { ReactNode } from "react";
import { TextLink } from "../button.tsx";
import { answerFor } from "../form.tsx";
import { Notice } from "../notice.tsx";
import { PageHead, Section } from "../page.tsx";
import { Removal } from "../removal.tsx";
import { ImportColumns } from "./columns.tsx";
import { Findings } from "./findings.tsx";
import { ImportLayout } from "./layout.tsx";
import { Progress } from "./progress.tsx";
import { Steps } from "./steps.tsx";
import { type ImportShown, WORDS } from "./words.ts";

const STEP = { matching: 1, checking: 2, ready: 2, importing: 3 } as const;

/**
 * Taking an import back as a whole: the question names its file, how many rows it is about, what is said of them
 * (`lead`), whether the public sees that, and whether it can be brought back.
 */
export const WithdrawImport = ({
  one,
  prefix,
  lead,
  answer,
  published = false,
  restores = false,
}: {
  one: ImportShown;
  prefix: string;
  lead: string;
  answer: unknown;
  published?: boolean;
  restores?: boolean;
}) => (
  <Section title={WORDS.withdraw} lead={lead}>
    <Removal
      open={WORDS.withdraw}
      asks={WORDS.withdrawAsks(one.fileName || WORDS.noFile, one.counts, { published, restores })}
      command={`${prefix}.withdraw`}
      answer={answer}
      submit={WORDS.withdrawNow}
      busy={WORDS.withdrawing}
    />
  </Section>
);

/** The page of one import, whatever it holds: its columns, its progress, what it finds, and taking it back. */
export function ImportPage({
  one,
  prefix,
  here,
  back,
  answer,
  whole,
  changes,
  done,
  withdrawal,
}: {
  one: ImportShown;
  /** Its commands are called `prefix.check`, `prefix.take`, … */
  prefix: string;
  /** Its own address, and that of the list. */
  here: string;
  back: Readonly<{ to: string; label: string }>;
  answer: unknown;
  /** What is said of the whole file, on the form of the columns. */
  whole?: Readonly<{
    values: Readonly<Record<string, string>>;
    labels: Readonly<Record<string, string>>;
    fields: ReactNode;
  }>;
  changes: ReactNode;
  done?: ReactNode;
  /** Taking back and bringing back. */
  withdrawal?: ReactNode;
}) {
  const step = one.state in STEP ? STEP[one.state as keyof typeof STEP] : undefined;
  // A form that its state does not offer any more can't say itself why it was refused.
  const asked = String((answer as { command?: string } | undefined)?.command ?? "");
  const late = one.steps.includes(asked.slice(prefix.length + 1)) ? null : answerFor(answer, asked)?.message;
  return (
    <>
      <PageHead
        title={one.fileName || WORDS.noFile}
        lead={[one.stateLabel, one.when, one.who, one.encoding].filter(Boolean).join("　")}
      />
      {step === undefined ? null : <Steps current={step} />}
      {late ? <Notice kind="error" title={late} /> : null}
      {one.problem ? <Notice kind="error" title={one.problem} /> : null}
      {one.note ? <Notice title={one.note} /> : null}
      {one.withdrawn ? <Notice title={one.withdrawn} /> : null}
      {one.layout ? (
        <ImportLayout layout={one.layout} mappings={one.mappings} prefix={prefix} answer={answer} />
      ) : null}
      {one.state === "matching" ? (
        <ImportColumns
          one={one}
          prefix={prefix}
          answer={answer}
          values={whole?.values}
          labels={whole?.labels}
        >
          {whole?.fields}
        </ImportColumns>
      ) : null}
      {one.state === "checking" || one.state === "importing" ? (
        <Progress one={one} prefix={prefix} here={here} answer={answer} />
      ) : null}
      {one.state === "ready" || one.state === "done" || one.state === "withdrawn" ? (
        <Findings one={one} prefix={prefix} here={here} answer={answer} done={done}>
          {changes}
        </Findings>
      ) : null}
      {withdrawal}
      <p className="mt-10">
        <TextLink to={back.to}>{back.label}</TextLink>
      </p>
    </>
  );
}
