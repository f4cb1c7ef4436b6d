import type { ExamplePlace } from "#foundation/authority/testing.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { addWalkIn } from "../day/door.commands.server.ts";
import { makeEvent } from "../events.testing.ts";
import { issueCertificates, listCertificates } from "./certificate.usecases.server.ts";

/** An event of one session with somebody who was there and has a certificate. */
export async function correctable({ app, area, secretariat }: ExamplePlace) {
  const event = await makeEvent(app, {
    ...{ area, by: secretariat, "sessions.0.day": app.clock.today() },
    ...{ certificate: "sessions", certificateLeast: "1" },
  });
  const target = { area, id: event };
  const name = { name: `参加者${newId()}`, once: newId() as string };
  expectOk(await addWalkIn(app, secretariat, target, name));
  expectOk(await issueCertificates(app, secretariat, target));
  const { rows } = expectOk(await listCertificates(app, secretariat, target));
  return { event, certificate: rows[0]!.id };
}
