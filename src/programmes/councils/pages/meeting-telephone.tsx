import { TextLink } from "#ui/button.tsx";
import { FieldErrors } from "#ui/field.tsx";
import { answerFor, CommandForm, useFormField } from "#ui/form.tsx";
import { ANSWER, ANSWER_SIGN } from "../messages.ts";
import type { MeetingPart } from "./meeting.tsx";

type View = MeetingPart["view"];
const ANSWERS = ["yes", "if_need_be", "no"] as const;

/** The answers that the secretariat was given by telephone: of one member, or of all who have not answered. */
export function TelephoneAnswers({ view, answer }: MeetingPart) {
  const { enter, invitees, poll, answers } = view;
  const refused = answerFor(answer, "poll.enter");
  const one = invitees.filter(({ memberId }) => memberId === enter);
  const members = one.length > 0 ? one : invitees.filter((member) => !member.answered);
  if (enter === "" && !refused) return null;
  const values = Object.fromEntries([
    ...answers.map((given) => [`${given.memberId}.${given.optionId}`, given.answer]),
    ...members.map(({ memberId, comment }) => [`${memberId}.comment`, comment]),
  ]);
  const labels = Object.fromEntries(
    members.flatMap(({ memberId, organisation }) =>
      poll.map(({ id, name }) => [`${memberId}.${id}`, `${organisation} ${name}`]),
    ),
  );
  return (
    <section id="telephone" aria-labelledby="telephone-title" className="no-print mt-6">
      <h3 id="telephone-title" className="text-std-18B-160">
        電話などで受けた回答の入力
      </h3>
      <p>回答のあった委員だけ入力してください。未入力の委員は「未回答」のまま残ります。</p>
      <CommandForm
        key={`${enter} ${members.length}`}
        command="poll.enter"
        answer={answer}
        values={values}
        labels={labels}
        submit="回答を登録する"
        kind="primary"
        after={
          <span className="ml-4">
            <TextLink to="?">入力をやめる</TextLink>
          </span>
        }
      >
        <ul className="my-4 border-t border-solid-gray-300">
          {members.map((member) => (
            <li key={member.memberId} className="border-b border-solid-gray-300 py-3">
              <MemberAnswers member={member} poll={poll} />
            </li>
          ))}
        </ul>
      </CommandForm>
    </section>
  );
}

function MemberAnswers({ member, poll }: { member: View["invitees"][number]; poll: View["poll"] }) {
  const comment = useFormField(`${member.memberId}.comment`);
  return (
    <fieldset>
      <legend className="text-std-16B-170">{member.organisation}</legend>
      <div className="flex flex-wrap items-end gap-x-8 gap-y-2">
        {poll.map((option) => (
          <DateAnswer
            key={option.id}
            name={`${member.memberId}.${option.id}`}
            label={option.short}
            of={member.organisation}
          />
        ))}
        <label className="text-dns-14N-130">
          備考
          <input
            id={comment?.id}
            name={`${member.memberId}.comment`}
            defaultValue={comment?.value}
            maxLength={500}
            className="block min-h-11 w-40 rounded-8 border border-solid-gray-600 px-3"
          />
        </label>
      </div>
    </fieldset>
  );
}

function DateAnswer({ name, label, of }: { name: string; label: string; of: string }) {
  const field = useFormField(name);
  return (
    <fieldset id={field?.id} tabIndex={-1}>
      <legend className="text-dns-14N-130">
        <span className="sr-only">{of} </span>
        {label}
      </legend>
      <div className="flex gap-x-4">
        {ANSWERS.map((value) => (
          <label key={value} className="flex min-h-11 cursor-pointer items-center gap-1">
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={field?.value === value}
              className="size-5 accent-blue-900"
            />
            <span aria-hidden="true">{ANSWER_SIGN[value]}</span>
            <span className="sr-only">{ANSWER[value]}</span>
          </label>
        ))}
      </div>
      <FieldErrors id={`${field?.id}-error`} errors={field?.errors} />
    </fieldset>
  );
}
