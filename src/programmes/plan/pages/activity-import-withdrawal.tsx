import { CommandForm } from "#ui/form.tsx";
import { WORDS } from "#ui/imports/words.ts";
import { Notice } from "#ui/notice.tsx";
import { Facts, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { WITHDRAWAL } from "../import/activity-import.messages.ts";
import type { ActivityImportShown } from "../import/activity-import.present.ts";

/** What taking an import of activities back would do, or did; and bringing it back. */
export function Withdrawal({
  shown: { one, standing, withdrawn, restorable, goes },
  answer,
  days,
}: {
  shown: ActivityImportShown;
  answer: unknown;
  days: number;
}) {
  if (one.state !== "done" && one.state !== "withdrawn") return null;
  return (
    <Section title={withdrawn ? "取り消した内容" : "取り消すと"}>
      {withdrawn ? <Notice title={withdrawn} /> : null}
      <Facts items={standing} />
      {withdrawn ? null : <p className="my-4 max-w-3xl">{WITHDRAWAL.rule}</p>}
      <p className="my-4">
        {withdrawn && !restorable ? WITHDRAWAL.tooLate(days) : WITHDRAWAL.untilWhen(days)}
      </p>
      {withdrawn && restorable ? (
        <CommandForm
          command="activity-import.restore"
          answer={answer}
          submit={WORDS.restore}
          kind="secondary"
          busy={WORDS.restoring}
        />
      ) : null}
      {withdrawn ? null : goes === 0 ? (
        <p>{WITHDRAWAL.nothing}</p>
      ) : (
        <Removal
          open={WORDS.withdraw}
          asks={WITHDRAWAL.asks(goes, days)}
          command="activity-import.withdraw"
          answer={answer}
          submit={WITHDRAWAL.ask(goes)}
          busy={WORDS.withdrawing}
        />
      )}
    </Section>
  );
}
