import { onRow } from "#foundation/authority/public.ts";
import { type Sector, sectorLabel } from "#foundation/organisations/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { readTree } from "../bodies/body-tree.queries.server.ts";
import { listBodies } from "../bodies/member.usecases.server.ts";
import { answerJoin, listJoins } from "../joining/join.usecases.server.ts";
import { areasBelow } from "../maturity/board.usecases.server.ts";
import { readMaturity } from "../maturity/maturity.queries.server.ts";
import { showWhen } from "../meetings/meeting.present.ts";
import { listMeetings } from "../meetings/meeting.usecases.server.ts";
import { BELOW, BOARD, BODY, LEVEL_SHORT, STATE } from "../messages.ts";
import { inTerm, missingSectors } from "../model/member.rules.ts";
import { listPast } from "../past/past.usecases.server.ts";
import type { Route } from "./+types/council";
import { AreasBelow } from "./areas-below.tsx";
import { BodyTree } from "./body-tree.tsx";
import { CouncilMeetings, CouncilPast } from "./council-parts.tsx";
import { Joins } from "./join-form.tsx";
import { councilPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit } = await councilPlace(args);
  const today = app.clock.today();
  const year = fiscalYearOf(today);
  const bodies = shown(await listBodies(app, actor, { area: area.id }));
  const tree = shown(await readTree(app, actor, { area: area.id }));
  const meetings = shown(await listMeetings(app, actor, { area: area.id }));
  const below = shown(await areasBelow(app, actor, area));
  const past = shown(await listPast(app, actor, { area: area.id }));
  const joins = mayEdit ? shown(await listJoins(app, actor, { area: area.id })) : [];
  const maturity = shown(await readMaturity(app, actor, { area: area.id, year }));
  return {
    base,
    plan: `/areas/${area.slug}/plan`,
    letters: `/areas/${area.slug}/letters/councils`,
    name: area.name,
    mayEdit,
    past: { events: past.events, plans: past.plans },
    joins: joins.map(({ id, bodyId, organisation, message, email }) => ({
      ...{ id, organisation, message, email },
      body: bodies.find((one) => one.id === bodyId)?.name ?? "",
    })),
    year: year as number,
    tree: tree.map(({ id, name, kind, depth, areaId, area: place }) => {
      const own = bodies.find((body) => body.id === id);
      return {
        id,
        name,
        depth,
        kind: BODY[kind],
        elsewhere: areaId === area.id ? null : { name: place.name, to: `/areas/${place.slug}` },
        members: own?.members.filter((member) => inTerm(member, today)).length ?? null,
        missing: own
          ? missingSectors(kind, own.members, today).map((sector) => sectorLabel(sector as Sector))
          : [],
      };
    }),
    hasBody: bodies.length > 0,
    meetings: meetings.map((meeting) => ({
      id: meeting.id,
      title: meeting.title,
      when: meeting.state === "polling" ? "" : showWhen(meeting),
      state: STATE[meeting.state]!,
      decisions: meeting.decisions,
      openTasks: meeting.openTasks,
    })),
    level: maturity.level === "0" ? BOARD.unjudged : LEVEL_SHORT[maturity.level]!,
    below: below.map(({ area: { slug, name }, line }) => ({ slug, name, state: BELOW(line) })),
    next: maturity.steps.find((step) => !step.met) ?? null,
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  return answerForm<never>(args.request, [
    onRow(app, actor, { area: area.id })(answerJoin, () => `${base}?saved`),
  ]);
}

export default function Council({ loaderData, actionData }: Route.ComponentProps) {
  const { base, plan, letters, name, mayEdit, tree, hasBody, meetings, level, next, year, below } =
    loaderData;
  const { past, joins } = loaderData;
  return (
    <>
      <PageHead
        title={`${name}の協議会`}
        lead={
          <>
            取組の段階 <TextLink to={`${base}/maturity`}>{level}</TextLink>
            {next ? `。${LEVEL_SHORT[next.level]}に必要なもの：${next.missing.join("、")}` : ""}
          </>
        }
        actions={
          <>
            {mayEdit && hasBody ? (
              <ButtonLink to={`${base}/meetings/new`} kind="primary">
                会議を登録する
              </ButtonLink>
            ) : null}
            <ButtonLink to={`${base}/report?year=${year}`}>
              {mayEdit ? "年報を作る" : "年報を読む"}
            </ButtonLink>
            <ButtonLink to={plan}>計画</ButtonLink>
          </>
        }
      />
      <Done />
      {hasBody ? null : (
        <Empty title="協議会はまだ登録されていません">
          {mayEdit ? (
            <TextLink to={`${base}/bodies/new`}>協議会を登録する</TextLink>
          ) : (
            "事務局が登録すると、ここに表示されます。"
          )}
        </Empty>
      )}
      <Joins joins={joins} answer={actionData} />
      <CouncilMeetings meetings={meetings} base={base} />
      <Section
        title="会議体と委員"
        actions={
          mayEdit && hasBody ? <ButtonLink to={`${base}/bodies/new`}>会議体を追加する</ButtonLink> : null
        }
      >
        {tree.length === 0 ? <p>会議体の登録はまだありません。</p> : <BodyTree tree={tree} base={base} />}
      </Section>
      <CouncilPast past={past} base={base} mayEdit={mayEdit} />
      <AreasBelow areas={below} />
      <p className="mt-8 flex flex-wrap gap-6">
        <TextLink to="/councils">全国の協議会</TextLink>
        {mayEdit ? (
          <>
            <TextLink to={letters}>メールの文面</TextLink>
            <TextLink to={`${base}/deleted`}>削除した項目</TextLink>
          </>
        ) : null}
      </p>
    </>
  );
}
