import { data } from "react-router";
import { onRow, onTarget } from "#foundation/authority/public.ts";
import { SECTORS, type Sector, sectorLabel } from "#foundation/organisations/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor } from "#ui/form.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { listParents, readTree } from "../bodies/body-tree.queries.server.ts";
import { addMember, changeMember, listBodies, memberValues } from "../bodies/member.usecases.server.ts";
import { listMemberAccounts, takeMemberMail } from "../bodies/member-mail.usecases.server.ts";
import { BODY } from "../messages.ts";
import { missingSectors } from "../model/member.rules.ts";
import { bodyValues, changeBody } from "../secretariat/body.commands.server.ts";
import { removePart } from "../secretariat/council-part.usecases.server.ts";
import type { Route } from "./+types/body";
import { BodyForm, DeleteBody, parentOption, placeName } from "./body-form.tsx";
import { MemberForm } from "./member-form.tsx";
import { MemberMail } from "./member-mail.tsx";
import { MemberTable } from "./member-table.tsx";
import { councilPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, url } = await councilPlace(args);
  const target = { area: area.id };
  const bodies = shown(await listBodies(app, actor, target));
  const body = bodies.find((one) => one.id === args.params.body);
  if (!body) throw data(null, { status: 404 });
  const parents = mayEdit ? shown(await listParents(app, actor, target)) : [];
  const above = shown(await readTree(app, actor, target)).find((one) => one.id === body.parentId);
  const editing = body.members.find((member) => member.id === url.searchParams.get("member"));
  const values = bodyValues(body);
  const edited = editing && memberValues({ ...editing, email: editing.email ?? "" });
  const known = mayEdit
    ? shown(await listMemberAccounts(app, actor, { ...target, body: body.id }))
    : { accounts: [], proposals: [] };
  return {
    base,
    name: area.name,
    mayEdit,
    kind: body.kind,
    quorum: body.quorum,
    proposals: known.proposals,
    accounts: known.accounts.map(({ id, name, organisation }) => ({
      value: id,
      label: organisation ? `${name}（${organisation}）` : name,
    })),
    foundedOn: body.foundedOn ? showDateJa(body.foundedOn) : "",
    ...formShowing(values),
    parents: parents.filter((one) => one.id !== body.id).map((one) => parentOption(one, area.id)),
    above: above ? placeName(above, area.id) : "",
    editing:
      mayEdit && edited
        ? {
            id: editing.id,
            organisationId: editing.organisationId ?? "",
            values: edited,
            seen: fingerprintOf(edited),
          }
        : null,
    members: body.members.map(
      ({ id, organisation, sector, representative, role, termFrom, termTo, reachable }) => ({
        ...{ id, organisation, sector, representative, role, termFrom, termTo, reachable },
        sectorName: sectorLabel(sector as Sector) ?? sector,
      }),
    ),
    missing: missingSectors(body.kind, body.members, app.clock.today()).map((sector) =>
      sectorLabel(sector as Sector),
    ),
    sectors: SECTORS.map((sector) => ({ value: sector, label: sectorLabel(sector) })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const target = { area: area.id, body: args.params.body };
  const here = `${base}/bodies/${args.params.body}`;
  const on = onTarget(app, actor, target);
  const row = onRow(app, actor, target);
  return answerForm(args.request, [
    on(changeBody, () => `${here}?saved`),
    on(addMember, () => `${here}?saved`),
    on(takeMemberMail, () => `${here}?saved`),
    row(changeMember, () => `${here}?saved`),
    onRow(app, actor, { area: area.id, under: args.params.body })(removePart.member, () => `${here}?removed`),
    onTarget(app, actor, { area: area.id, id: args.params.body })(removePart.body, () => `${base}?removed`),
  ]);
}

export default function BodyPage({ loaderData, actionData }: Route.ComponentProps) {
  const { base, name, mayEdit, values, parents, above, editing, members, missing, sectors } = loaderData;
  return (
    <>
      <PageHead title={values.name} lead={name} actions={<ButtonLink to={base}>協議会に戻る</ButtonLink>} />
      <Done />
      <Facts
        items={[
          { name: "種類", value: BODY[loaderData.kind] },
          { name: "上の会議体", value: above || "―" },
          { name: "設置日", value: loaderData.foundedOn || "―" },
          { name: "要綱・所掌", value: values.termsOfReference || "―" },
          { name: "定足数", value: loaderData.quorum ? `${loaderData.quorum}団体` : "―" },
          { name: "委員のいない分野", value: missing.length > 0 ? missing.join("、") : "ありません" },
        ]}
      />
      <MemberTable members={members} mayEdit={mayEdit} />
      <MemberMail proposals={loaderData.proposals} answer={actionData} />
      {mayEdit ? (
        <>
          <Section
            title={editing ? `${editing.values.organisation}を編集する` : "委員を追加する"}
            id="member"
          >
            <MemberForm
              key={editing?.id ?? members.length}
              editing={editing}
              once={loaderData.once}
              answer={actionData}
              sectors={sectors}
              accounts={loaderData.accounts}
            />
          </Section>
          <Section title="会議体を編集する">
            <Folded summary="名称・要綱を編集する" open={answerFor(actionData, "body.change") !== undefined}>
              <BodyForm
                command="body.change"
                answer={actionData}
                values={values}
                seen={loaderData.seen}
                parents={parents}
                submit="保存する"
              />
            </Folded>
            <DeleteBody named={values.name} answer={actionData} />
          </Section>
        </>
      ) : null}
    </>
  );
}
