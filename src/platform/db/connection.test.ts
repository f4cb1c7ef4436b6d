import { expect, it } from "vitest";
import { byUrl } from "./connection.ts";

it.each([
  ["postgresql://yui@db.example/yui", true],
  ["postgresql://yui@db.example/yui?sslmode=disable", undefined],
  ["postgresql://yui@127.0.0.1/yui", undefined],
  ["postgresql://yui@localhost/yui?host=%2Frun%2Fpostgresql", undefined],
])("demands TLS of what lies across a network: %s", (url, demanded) => {
  expect(byUrl(url).ssl).toBe(demanded);
});
