import type { OutputOf } from "#foundation/authority/public.ts";
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
}: {
  session: Session;
  answer: unknown;
  once: string;
}) => (
  <>
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
    {session.free > 0 ? (
      <Folded summary="予約を登録する">
        <CommandForm
          command="appointment.book"
          answer={answer}
          once={once}
          submit="予約する"
          kind="secondary"
          label={`${session.day}の予約`}
        >
          <input type="hidden" name="session" value={session.id} />
          <TextField label="お名前（呼び方でも可）" name="name" />
          <TextField label="電話番号" name="phone" type="tel" optional />
        </CommandForm>
      </Folded>
    ) : null}
  </>
);
