import { data, redirect } from "react-router";
import { SECTORS, type Sector, sectorLabel } from "#foundation/organisations/public.ts";
import { idOf, newId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { printOf } from "../bodies/rules.ts";
import { listParents, readTree, saveBody } from "../bodies/usecases.server.ts";
import { removeFromCouncil } from "../deleting/usecases.server.ts";
import { BODY, FAILED } from "../messages.ts";
import { missingSectors } from "../rules.ts";
import { listBodies, saveMember } from "../usecases.server.ts";
import type { Route } from "./+types/body";
import { BodyForm, parentOption, placeName, RemoveBody } from "./body-form.tsx";
import { MemberForm, RemoveMember } from "./member-form.tsx";
import { MemberTable } from "./member-table.tsx";
import { chosenId, councilPlace, fieldsOf, unsaved } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, url } = await councilPlace(args);
  const bodies = shown(await listBodies(app, actor, area.id));
  const body = bodies.find((one) => one.id === args.params.body);
  if (!body) throw data(null, { status: 404 });
  const parents = mayEdit ? shown(await listParents(app, actor, area.id)) : [];
  const tree = shown(await readTree(app, actor, area.id));
  const above = tree.find((one) => one.id === body.parentId);
  return {
    base,
    name: area.name,
    mayEdit,
    onceKey: newId() as string,
    body,
    shown: printOf(body),
    parents: parents.filter((one) => one.id !== body.id).map((one) => parentOption(one, area.id)),
    above: above ? placeName(above, area.id) : "",
    editing: body.members.find((member) => member.id === url.searchParams.get("member")) ?? null,
    members: body.members.map((member) => ({
      ...member,
      sectorName: sectorLabel(member.sector as Sector) ?? member.sector,
    })),
    missing: missingSectors(body.kind, body.members, app.clock.today()).map((sector) =>
      sectorLabel(sector as Sector),
    ),
    sectors: SECTORS.map((sector) => ({ value: sector, label: sectorLabel(sector) })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const bodyId = args.params.body;
  const values = await fieldsOf(args.request);
  if (values.intent === "remove") {
    shown(await removeFromCouncil(app, actor, area.id, "member", chosenId(values)));
    throw redirect(`${base}/bodies/${bodyId}?removed`);
  }
  if (values.intent === "remove-body") {
    shown(await removeFromCouncil(app, actor, area.id, "body", bodyId));
    throw redirect(`${base}?removed`);
  }
  const saved =
    values.intent === "body"
      ? await saveBody(app, actor, area.id, values, { id: bodyId, shown: values.shown })
      : await saveMember(
          app,
          actor,
          area.id,
          { ...values, bodyId },
          { id: idOf(values.id), onceKey: values.once },
        );
  if (saved.ok) throw redirect(`${base}/bodies/${bodyId}?saved`);
  if (saved.error.kind !== "invalid") throw data(null, { status: statusOf(saved.error) });
  return unsaved(saved.error, values);
}

export default function BodyPage({ loaderData, actionData }: Route.ComponentProps) {
  const { base, name, mayEdit, body, parents, above, editing, members, missing, sectors } = loaderData;
  const day = (value: typeof body.foundedOn) => (value ? showDateJa(value) : "");
  const memberFailed = actionData && actionData.values.intent !== "body" ? actionData : undefined;
  const bodyFailed = actionData?.values.intent === "body" ? actionData : undefined;
  const text = (value: string | null) => value ?? "";
  return (
    <>
      <PageHead title={body.name} lead={name} actions={<ButtonLink to={base}>協議会にもどる</ButtonLink>} />
      <Done />
      {actionData ? <Notice kind="error" title={actionData.message ?? FAILED} /> : null}
      <Facts
        items={[
          { name: "種類", value: BODY[body.kind] },
          { name: "上の会議体", value: above || "―" },
          { name: "設置した日", value: day(body.foundedOn) || "―" },
          { name: "要綱・所掌", value: body.termsOfReference || "―" },
          { name: "欠けている分野", value: missing.length > 0 ? missing.join("、") : "ありません" },
        ]}
      />
      <MemberTable members={members} mayEdit={mayEdit} />
      {mayEdit ? (
        <>
          <Section title={editing ? `${editing.organisation}を直す` : "委員を加える"} id="member">
            <MemberForm
              key={editing?.id ?? members.length}
              values={
                memberFailed?.values ??
                (editing
                  ? {
                      ...editing,
                      termFrom: text(editing.termFrom),
                      termTo: text(editing.termTo),
                      organisationId: text(editing.organisationId),
                    }
                  : { role: "member" })
              }
              id={editing?.id}
              onceKey={loaderData.onceKey}
              errors={memberFailed?.errors}
              sectors={sectors}
            />
            {editing ? <RemoveMember id={editing.id} /> : null}
          </Section>
          <Section title="会議体を直す">
            <details open={bodyFailed !== undefined}>
              <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
                名前や要綱を直す
              </summary>
              <BodyForm
                values={
                  bodyFailed?.values ?? {
                    name: body.name,
                    kind: body.kind,
                    parentId: text(body.parentId),
                    foundedOn: text(body.foundedOn),
                    termsOfReference: body.termsOfReference,
                  }
                }
                errors={bodyFailed?.errors}
                parents={parents}
                shown={loaderData.shown}
                submit="保存する"
              />
            </details>
            <RemoveBody />
          </Section>
        </>
      ) : null}
    </>
  );
}
