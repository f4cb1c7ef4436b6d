import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { ATTENDANCE } from "../messages.ts";
import type { MeetingPageProps } from "./meeting.tsx";

/** Who came. */
export function Attendance({ view }: { view: MeetingPageProps["loaderData"] }) {
  const { invitees, can } = view;
  const came = invitees.filter((one) => one.attendance === "present" || one.attendance === "proxy").length;
  return (
    <Section title="出席" lead={`${invitees.length}者のうち${came}者が出席`}>
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
          委員ごとに{can.attend ? "書く" : "見る"}
        </summary>
        <OnceForm submit="出席を保存する" kind="secondary">
          <input type="hidden" name="intent" value="attendance" />
          <ul className="border-t border-solid-gray-300">
            {invitees.map((member) => (
              <li key={member.memberId} className="border-b border-solid-gray-300 py-2">
                <label className="flex flex-wrap items-center justify-between gap-3">
                  <span>{member.organisation}</span>
                  <select
                    name={`member-${member.memberId}`}
                    defaultValue={member.attendance ?? ""}
                    disabled={!can.attend}
                    className="rounded-8 border border-solid-gray-600 bg-white px-4 py-2"
                  >
                    <option value="">まだ</option>
                    {Object.entries(ATTENDANCE).map(([value, label]) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </label>
              </li>
            ))}
          </ul>
        </OnceForm>
      </details>
    </Section>
  );
}
