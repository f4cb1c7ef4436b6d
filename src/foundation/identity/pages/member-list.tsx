import { Form } from "react-router";
import { Button } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty } from "#ui/notice.tsx";
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
                  <CommandForm
                    command="member.end"
                    submit={MEMBERS.end}
                    kind="secondary"
                    className="whitespace-nowrap"
                  >
                    <input type="hidden" name="id" value={member.id} />
                  </CommandForm>
                ),
            },
          ]}
        />
      )}
      <NextPage after={after} />
    </>
  );
}
