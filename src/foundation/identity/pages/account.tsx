import { data } from "react-router";
import { showInstantJa } from "#platform/kernel/instant.ts";
import { WISH_TEXTS } from "#platform/mail/digest/messages.ts";
import { formOf } from "#platform/web/fields.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { ACCOUNT, PASSKEY } from "../account/messages.ts";
import { deviceOf } from "../account/present.ts";
import { endSessions, ownAccount } from "../account/usecases.server.ts";
import { ROLE_NAMES } from "../messages.ts";
import { ownRequest } from "../request.server.ts";
import type { Route } from "./+types/account";

export async function loader(args: Route.LoaderArgs) {
  const own = ownRequest(args);
  const { sessions, passkeys } = await ownAccount(own);
  return {
    name: own.session.name,
    email: own.session.email,
    roles: own.session.roles.map((role) => ROLE_NAMES[role]).join("・"),
    authenticator: own.session.authenticator,
    passkeys: passkeys.length,
    sessions: sessions.map((session) => ({
      id: session.id,
      here: session.id === own.session.id,
      device: deviceOf(session.user_agent),
      address: session.ip_address ?? "",
      begun: showInstantJa(session.created_at),
      lastActive: showInstantJa(session.last_active_at),
    })),
  };
}

export async function action(args: Route.ActionArgs) {
  const own = ownRequest(args);
  const id = (await formOf(args.request)).get("session");
  await endSessions(own, typeof id === "string" && id !== "" ? id : undefined);
  return data({ ended: true });
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { sessions } = loaderData;
  return (
    <>
      <PageHead title={ACCOUNT.title} />
      {actionData?.ended ? <Notice kind="success" title={ACCOUNT.ended} /> : null}
      <Facts
        items={[
          { name: ACCOUNT.name, value: loaderData.name },
          { name: ACCOUNT.email, value: <span className="break-all">{loaderData.email}</span> },
          { name: ACCOUNT.roles, value: loaderData.roles },
        ]}
      />
      <Section title={ACCOUNT.factor} lead={ACCOUNT.factorLead}>
        <p className="mb-4 text-std-16B-170">
          {loaderData.authenticator ? ACCOUNT.factorOn : ACCOUNT.factorOff}
        </p>
        <ButtonLink to="/account/second-factor">
          {loaderData.authenticator ? ACCOUNT.factorChange : ACCOUNT.factorSetUp}
        </ButtonLink>
      </Section>
      <Section title={PASSKEY.title} lead={PASSKEY.lead}>
        <p className="mb-4 text-std-16B-170">
          {loaderData.passkeys === 0 ? PASSKEY.none : `${loaderData.passkeys}個`}
        </p>
        <ButtonLink to="/account/passkeys">{PASSKEY.manage}</ButtonLink>
      </Section>
      <Section title={ACCOUNT.password}>
        <ButtonLink to="/account/password">{ACCOUNT.passwordChange}</ButtonLink>
      </Section>
      <Section title={WISH_TEXTS.title}>
        <ButtonLink to="/account/mail">{ACCOUNT.mailChange}</ButtonLink>
      </Section>
      <Section title={ACCOUNT.sessions} lead={ACCOUNT.sessionsLead}>
        <Table
          caption={ACCOUNT.sessions}
          hideCaption
          rows={sessions}
          rowKey={(session) => session.id}
          columns={[
            { key: "device", head: ACCOUNT.device, cell: (session) => session.device },
            { key: "address", head: ACCOUNT.address, cell: (session) => session.address },
            { key: "begun", head: ACCOUNT.begun, cell: (session) => session.begun },
            { key: "lastActive", head: ACCOUNT.lastActive, cell: (session) => session.lastActive },
            {
              key: "end",
              head: ACCOUNT.action,
              cell: (session) =>
                session.here ? (
                  ACCOUNT.here
                ) : (
                  <OnceForm submit={ACCOUNT.end} kind="secondary">
                    <input type="hidden" name="session" value={session.id} />
                  </OnceForm>
                ),
            },
          ]}
        />
        {sessions.length > 1 ? <OnceForm submit={ACCOUNT.endOthers} kind="danger" /> : null}
      </Section>
    </>
  );
}
