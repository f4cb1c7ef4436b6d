import { type Option, SelectField, TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { MEMBERS } from "../members/messages.ts";

type InvitationRow = {
  id: string;
  name: string;
  email: string;
  organisation: string;
  role: string;
  until: string;
};

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
