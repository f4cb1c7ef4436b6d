import { DAYS_TO_RESTORE } from "#foundation/deletions/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { WITHDRAWAL } from "../import/activity-import.messages.ts";
import {
  getActivityImport,
  restoreActivityImport,
  withdrawActivityImport,
} from "../import/import-withdrawal.usecases.server.ts";
import { number } from "../model/plan.messages.ts";
import type { Route } from "./+types/activity-import-withdrawal";
import { importListed } from "./activity-import-list.tsx";
import { editorsPlace, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const one = shown(await getActivityImport(app, actor, { area: area.id, id: args.params.import }));
  const words = WITHDRAWAL.activities(one.deletedAt !== null);
  return {
    list: `${base}/activities/import`,
    days: DAYS_TO_RESTORE,
    ...importListed(one),
    forGood: one.deletedAt !== null && !one.mayRestore,
    goes: one.removed + one.reverted,
    standing: (["removed", "reverted", "kept", "gone"] as const)
      .filter((what) => what === "removed" || one[what] > 0)
      .map((what) => ({ name: words[what], value: `${number(one[what])}件` })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { onRow, base } = await staffPlace(args);
  const on = onRow(args.params.import);
  const list = `${base}/activities/import`;
  return answerForm(args.request, [
    on(withdrawActivityImport, () => `${list}/${args.params.import}`),
    on(restoreActivityImport, () => `${list}?restored`),
  ]);
}

/** Whoever was too late sees what the other did. */
export const shouldRevalidate = () => true;

export default function WithdrawImport({ loaderData: one, actionData }: Route.ComponentProps) {
  const refused = ["activity-import.withdraw", "activity-import.restore"]
    .map((command) => answerFor(actionData, command)?.message)
    .find(Boolean);
  return (
    <>
      <PageHead
        title={one.withdrawn ? "取り消した取り込み" : WITHDRAWAL.withdraw}
        lead={one.file}
        actions={<ButtonLink to={one.list}>取り込みのページにもどる</ButtonLink>}
      />
      {refused ? <Notice kind="error" title={refused} /> : null}
      {one.withdrawn ? <Notice title={one.withdrawn} /> : null}
      <Facts
        items={[
          { name: "取り込んだ日時", value: one.when },
          { name: "取り込んだ人", value: one.who || "―" },
          { name: "年度", value: one.years },
          { name: "取り込んだ活動", value: one.effects },
        ]}
      />
      <Section title={one.withdrawn ? "取り消した内容" : "取り消すと"}>
        <Facts items={one.standing} />
        {one.withdrawn ? null : <p className="my-4 max-w-3xl">{WITHDRAWAL.rule}</p>}
        <p className="my-4">{one.forGood ? WITHDRAWAL.tooLate(one.days) : WITHDRAWAL.untilWhen(one.days)}</p>
        {one.withdrawn && !one.forGood ? (
          <CommandForm
            command="activity-import.restore"
            submit={WITHDRAWAL.restore}
            kind="secondary"
            busy="戻しています…"
          />
        ) : null}
        {one.withdrawn ? null : one.goes === 0 ? (
          <p>{WITHDRAWAL.nothing}</p>
        ) : (
          <CommandForm
            command="activity-import.withdraw"
            submit={WITHDRAWAL.ask(one.goes)}
            kind="danger"
            busy="取り消しています…"
          />
        )}
      </Section>
    </>
  );
}
