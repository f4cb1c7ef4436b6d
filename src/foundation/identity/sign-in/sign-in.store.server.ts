import { randomInt } from "node:crypto";
import { kyselyAdapter } from "@better-auth/kysely-adapter";
import { passkey } from "@better-auth/passkey";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { symmetricDecrypt } from "better-auth/crypto";
import { twoFactor } from "better-auth/plugins/two-factor";
import { CompiledQuery, type DatabaseConnection, Kysely, PostgresDialect, PostgresDriver } from "kysely";
import type pg from "pg";
import { FRESH_MINUTES } from "#foundation/actors/public.ts";
import type { Permit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { type Database, scopeStatements, type Tables } from "#platform/db/database.ts";
import { db } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { secretFor, secretOf } from "#platform/sealing/secret.ts";
import { ADDRESS_HEADER, SESSION_HOURS } from "../session.schema.ts";
import { alsoAsSignIn, IDENTITY_SCOPE } from "../sign-in-access.store.server.ts";
import { readStoredCodes, recoveryCode, storedCodes } from "./code.rules.ts";
import { refuseDisabled } from "./disabled.store.server.ts";
import { hashingTokens } from "./session-adapter.store.server.ts";

/** Sign-in as better-auth does it, on our tables. Its own HTTP handler is mounted for passkeys only. */
export type Auth = ReturnType<typeof makeAuth>;

const made = new WeakMap<App, Auth>();

/** The one instance of an app. */
export function authOf(app: App): Auth {
  let auth = made.get(app);
  if (!auth) {
    const dialect = new IdentityDialect({ pool: app.pool });
    auth = makeAuth(app, { db: new Kysely<Tables>({ dialect }), transaction: true });
    made.set(app, auth);
  }
  return auth;
}

/** Sign-in in the transaction of a permit: what it does is kept, or rolled back, with the rest. */
export const withAuth = <T>(app: App, permit: Permit, work: (auth: Auth) => Promise<T>): Promise<T> =>
  alsoAsSignIn(permit, (access) => work(makeAuth(app, { db: db(access), transaction: false })));

function makeAuth(app: App, database: Readonly<{ db: Database; transaction: boolean }>) {
  return betterAuth({
    appName: "結 Yui",
    baseURL: app.config.origin,
    trustedOrigins: relyingParty(app.config.origin).origin,
    secret: secretOf(app.config),
    database: (options: BetterAuthOptions) =>
      hashingTokens(
        kyselyAdapter(database.db, { type: "postgres", transaction: database.transaction })(options),
      ),
    // Ours instead: this one counts by address and path, so that one office behind one address locks itself out.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its messages name e-mail addresses; what matters is in the audit log.
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      maxPasswordLength: 256,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      modelName: "identity_user",
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
    },
    session: {
      modelName: "identity_session",
      fields: {
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
      // A working day. It is not lengthened by use: next morning one signs in.
      additionalFields: {
        lastActiveAt: {
          type: "date",
          required: true,
          input: false,
          fieldName: "last_active_at",
          defaultValue: () => app.clock.now(),
        },
      },
      expiresIn: SESSION_HOURS * 3600,
      freshAge: FRESH_MINUTES * 60,
      disableSessionRefresh: true,
    },
    // The one door of every way in: with a password, a second factor or a passkey.
    databaseHooks: {
      session: { create: { before: ({ userId }) => refuseDisabled(database.db, userId) } },
    },
    account: {
      modelName: "identity_account",
      fields: {
        userId: "user_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    verification: {
      // The other half of a challenge is in the browser's cookie alone.
      storeIdentifier: "hashed",
      modelName: "identity_verification",
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
    },
    advanced: {
      cookiePrefix: "yui",
      // The tables are asked about once, not by each permit's instance.
      database: { generateId: () => newId(), validateSchema: database.transaction },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    plugins: [
      twoFactor({
        issuer: "結 Yui",
        // Nobody may lock an account by failing at it; five tries a challenge and our own limits hold guessing off.
        accountLockout: { enabled: false },
        backupCodeOptions: {
          storeBackupCodes: recoveryCodeHashing(app.config),
          customBackupCodesGenerate: newRecoveryCodes,
        },
        schema: {
          user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
          twoFactor: {
            modelName: "identity_two_factor",
            fields: {
              userId: "user_id",
              backupCodes: "backup_codes",
              failedVerificationCount: "failed_verification_count",
              lockedUntil: "locked_until",
            },
          },
        },
      }),
      passkey({
        ...relyingParty(app.config.origin),
        rpName: "結 Yui",
        // The device asks for finger, face or PIN: a passkey is both factors by itself.
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        registration: {
          afterVerification: ({ verification }) =>
            requireUserVerified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) =>
            requireUserVerified(verification.authenticationInfo.userVerified),
        },
        schema: {
          passkey: {
            modelName: "identity_passkey",
            fields: {
              userId: "user_id",
              publicKey: "public_key",
              credentialID: "credential_id",
              deviceType: "device_type",
              backedUp: "backed_up",
              createdAt: "created_at",
            },
          },
        },
      }),
    ],
  });
}

/** Recovery codes are kept as hashes; those of before, which were encrypted, are read as hashes too. */
function recoveryCodeHashing(config: App["config"]) {
  return {
    encrypt: (codes: string) => storedCodes(recoveryCodeKey(config), codes),
    decrypt: (stored: string) => openStoredCodes(config, stored),
  };
}

export async function openStoredCodes(config: App["config"], stored: string): Promise<string> {
  if (readStoredCodes(stored)) return stored;
  const codes = await symmetricDecrypt({ key: secretOf(config), data: stored });
  return storedCodes(recoveryCodeKey(config), codes);
}

export const newRecoveryCodes = (): string[] => Array.from({ length: 10 }, () => recoveryCode(randomInt));

export const recoveryCodeKey = (config: App["config"]): Buffer => secretFor(config, "recovery codes");

/** A passkey belongs to a name, never to a number: on this machine alone that name is localhost. */
function relyingParty(origin: string): { rpID: string; origin: string[] } {
  const url = new URL(origin);
  if (!/^[\d.]+$|^\[/.test(url.hostname)) return { rpID: url.hostname, origin: [url.origin] };
  return {
    rpID: "localhost",
    origin: [url.origin, `${url.protocol}//localhost${url.port && `:${url.port}`}`],
  };
}

/** The library asks for it but takes a passkey without it. */
function requireUserVerified(verified: boolean | undefined): void {
  if (!verified) throw new APIError("UNAUTHORIZED", { message: "the user was not verified" });
}

/** Every query of better-auth runs in a transaction under the scope of the sign-in, on the app's own pool. */
class IdentityDialect extends PostgresDialect {
  readonly #pool: pg.Pool;
  constructor({ pool }: { pool: pg.Pool }) {
    super({ pool });
    this.#pool = pool;
  }
  override createDriver() {
    return new IdentityDriver({ pool: this.#pool });
  }
}

type Own = Parameters<PostgresDriver["releaseConnection"]>[0];

class IdentityDriver extends PostgresDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    try {
      await connection.executeQuery(CompiledQuery.raw(`begin; ${scopeStatements(IDENTITY_SCOPE)}`));
      return connection;
    } catch (error) {
      await super.releaseConnection(connection as Own);
      throw error;
    }
  }

  /** The transaction began with the connection. */
  override async beginTransaction(): Promise<void> {}

  override async releaseConnection(connection: DatabaseConnection): Promise<void> {
    try {
      // After a failed statement this is a rollback; after an explicit one nothing.
      await connection.executeQuery(CompiledQuery.raw("commit"));
    } finally {
      await super.releaseConnection(connection as Own);
    }
  }
}
