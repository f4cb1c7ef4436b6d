import type { OutputOf } from "#foundation/authority/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import type { listAppointments } from "../appointments/appointment.commands.server.ts";

type Session = OutputOf<typeof listAppointments>["sessions"][number];

const STATE = { booked: "予約", attended: "来所", missed: "来所なし", cancelled: "取消" } as const;

/** Who is expected on one day, and the places that are left. */
export const SessionPlaces = ({
  session,
  answer,
  once,
  mayCancel,
}: {
  session: Session;
  mayCancel: boolean;
  answer: unknown;
  once: string;
}) => (
  <>
    {session.cancelled ? (
      <p>
        <strong>中止した相談日です。</strong>予約者に連絡し、予約を取り消してください。
      </p>
    ) : null}
    <p>
      予約 {session.places - session.free}人・空き {session.free}人
    </p>
    <ul>
      {session.expected.map((one) => (
        <li key={one.id} className="border-b border-solid-gray-300 py-3">
          <strong>{one.name}</strong> {one.phone}（{STATE[one.state]}）
          {one.state === "booked" ? (
            <Folded summary="来所・取消を登録する">
              <CommandForm
                command="appointment.attend"
                answer={answer}
                submit="登録する"
                kind="secondary"
                label={`${one.name}の来所`}
              >
                <input type="hidden" name="appointment" value={one.id} />
                <SelectField
                  label="来所"
                  name="came"
                  options={[
                    { value: "attended", label: "来所した" },
                    { value: "missed", label: "来所しなかった" },
                  ]}
                />
              </CommandForm>
              <CommandForm
                command="appointment.cancel"
                answer={answer}
                submit="予約を取り消す"
                kind="plain"
                label={`${one.name}の取消`}
              >
                <input type="hidden" name="appointment" value={one.id} />
              </CommandForm>
            </Folded>
          ) : null}
        </li>
      ))}
    </ul>
    {mayCancel && !session.cancelled ? (
      <Folded summary="相談日を中止する">
        <p>予約者への連絡が済むまで、この一覧に残ります。</p>
        <CommandForm
          command="appointment.cancel-session"
          answer={answer}
          submit="中止する"
          kind="plain"
          label={`${showDateJa(session.day)} ${session.starts}の中止`}
        >
          <input type="hidden" name="session" value={session.id} />
        </CommandForm>
      </Folded>
    ) : null}
    {session.free > 0 && !session.cancelled ? (
      <Folded summary="予約を登録する">
        <CommandForm
          command="appointment.book"
          answer={answer}
          once={once}
          submit="予約する"
          kind="secondary"
          label={`${showDateJa(session.day)}の予約`}
        >
          <input type="hidden" name="session" value={session.id} />
          <TextField label="お名前（呼び方でも可）" name="name" />
          <TextField label="電話番号" name="phone" type="tel" optional />
        </CommandForm>
      </Folded>
    ) : null}
  </>
);
