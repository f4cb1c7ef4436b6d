import { type Option, SelectField, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { MEMBERS } from "../membership.messages.ts";

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
              <CommandForm command="member.withdraw-invitation" submit={MEMBERS.withdraw} kind="secondary">
                <input type="hidden" name="id" value={one.id} />
              </CommandForm>
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
  answer,
}: {
  organisations: readonly Option[];
  roles: readonly Option[];
  answer: unknown;
}) {
  return (
    <Section title={MEMBERS.invite} lead={MEMBERS.inviteLead} id="invite">
      <CommandForm command="member.invite" answer={answer} submit={MEMBERS.send} labels={LABELS}>
        <SelectField
          label={LABELS.organisation}
          name="organisation"
          options={organisations}
          empty={MEMBERS.choose}
        />
        <SelectField label={LABELS.role} name="role" options={roles} empty={MEMBERS.choose} />
        <TextField label={LABELS.name} name="name" autoComplete="off" />
        <TextField label={LABELS.email} name="email" type="email" autoComplete="off" />
      </CommandForm>
    </Section>
  );
}

const LABELS = {
  organisation: MEMBERS.organisation,
  role: MEMBERS.role,
  name: MEMBERS.name,
  email: MEMBERS.email,
};
