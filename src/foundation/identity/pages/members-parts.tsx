import { Form } from "react-router";
import { Button } from "#ui/button.tsx";
import { type Option, SelectField, TextField } from "#ui/field.tsx";
import { Empty } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { NextPage, Table } from "#ui/table.tsx";
import { MEMBERS } from "../members/messages.ts";

type MemberRow = {
  id: string;
  userId: string;
  name: string;
  email: string;
  organisation: string;
  role: string;
  since: string;
};

/** Who belongs, with the search above and the way to end a membership beside each. */
export function MemberList({
  members,
  own,
  text,
  after,
}: {
  members: readonly MemberRow[];
  own: string;
  text: string;
  after: string | undefined;
}) {
  return (
    <>
      <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
        <label className="text-std-16B-170">
          {MEMBERS.search}
          <input
            type="search"
            name="q"
            defaultValue={text}
            className="block min-h-11 w-72 max-w-full rounded-8 border border-solid-gray-600 px-3 text-std-16N-170"
          />
        </label>
        <Button>{MEMBERS.find}</Button>
      </Form>
      {members.length === 0 ? (
        <Empty title={text ? MEMBERS.notFound : MEMBERS.none}>{text ? null : MEMBERS.noneLead}</Empty>
      ) : (
        <Table
          caption={MEMBERS.title}
          hideCaption
          rows={members}
          rowKey={(member) => member.id}
          columns={[
            { key: "name", head: MEMBERS.name, cell: (member) => member.name },
            { key: "organisation", head: MEMBERS.organisation, cell: (member) => member.organisation },
            {
              key: "role",
              head: MEMBERS.role,
              cell: (member) => <span className="whitespace-nowrap">{member.role}</span>,
            },
            {
              key: "email",
              head: MEMBERS.email,
              cell: (member) => <span className="break-all">{member.email}</span>,
            },
            {
              key: "since",
              head: MEMBERS.since,
              cell: (member) => <span className="whitespace-nowrap">{member.since}</span>,
            },
            {
              key: "end",
              head: MEMBERS.action,
              cell: (member) =>
                member.userId === own ? (
                  MEMBERS.you
                ) : (
                  <OnceForm submit={MEMBERS.end} kind="secondary" className="whitespace-nowrap">
                    <input type="hidden" name="intent" value="end" />
                    <input type="hidden" name="id" value={member.id} />
                  </OnceForm>
                ),
            },
          ]}
        />
      )}
      <NextPage after={after} />
    </>
  );
}

type InvitationRow = Omit<MemberRow, "userId" | "since"> & { until: string };

/** Offers that nobody has taken yet. */
export function OpenInvitations({ invitations }: { invitations: readonly InvitationRow[] }) {
  if (invitations.length === 0) return null;
  return (
    <Section title={MEMBERS.open}>
      <Table
        caption={MEMBERS.open}
        hideCaption
        rows={invitations}
        rowKey={(one) => one.id}
        columns={[
          { key: "name", head: MEMBERS.name, cell: (one) => one.name },
          { key: "organisation", head: MEMBERS.organisation, cell: (one) => one.organisation },
          { key: "role", head: MEMBERS.role, cell: (one) => one.role },
          {
            key: "email",
            head: MEMBERS.email,
            cell: (one) => <span className="break-all">{one.email}</span>,
          },
          {
            key: "until",
            head: MEMBERS.until,
            cell: (one) => <span className="whitespace-nowrap">{one.until}</span>,
          },
          {
            key: "withdraw",
            head: MEMBERS.action,
            cell: (one) => (
              <OnceForm submit={MEMBERS.withdraw} kind="secondary">
                <input type="hidden" name="intent" value="withdraw" />
                <input type="hidden" name="id" value={one.id} />
              </OnceForm>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** Who is to join, where and as what. */
export function InviteForm({
  organisations,
  roles,
  errors = {},
  input = {},
}: {
  organisations: readonly Option[];
  roles: readonly Option[];
  errors?: Readonly<Record<string, readonly string[]>>;
  input?: Readonly<Record<string, unknown>>;
}) {
  const typed = (name: string) => (typeof input[name] === "string" ? input[name] : undefined);
  return (
    <Section title={MEMBERS.invite} lead={MEMBERS.inviteLead} id="invite">
      <OnceForm submit={MEMBERS.send}>
        <input type="hidden" name="intent" value="invite" />
        <SelectField
          label={MEMBERS.organisation}
          name="organisation"
          options={organisations}
          empty={MEMBERS.choose}
          defaultValue={typed("organisation") ?? ""}
          errors={errors.organisation}
        />
        <SelectField
          label={MEMBERS.role}
          name="role"
          options={roles}
          empty={MEMBERS.choose}
          defaultValue={typed("role") ?? ""}
          errors={errors.role}
        />
        <TextField
          label={MEMBERS.name}
          name="name"
          defaultValue={typed("name")}
          errors={errors.name}
          autoComplete="off"
        />
        <TextField
          label={MEMBERS.email}
          name="email"
          type="email"
          defaultValue={typed("email")}
          errors={errors.email}
          autoComplete="off"
        />
      </OnceForm>
    </Section>
  );
}
