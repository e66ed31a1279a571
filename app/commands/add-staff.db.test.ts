import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { addStaff } from "./add-staff.ts";

let fixture: TestPortal;
beforeAll(async () => {
  fixture = await openTestPortal();
});
afterAll(() => fixture.close());

const staff = () =>
  fixture.test.asSuperuser<{ email: string; role: string; email_verified: boolean }>(
    `select email, role, email_verified from "user" where role is not null order by email`,
  );

test("given an address, a name and a role, makes one account, however often it is asked", async () => {
  const words = ["Mika@operator.example", "三田 美香", "finance"];
  await addStaff(fixture.portal, words);
  await addStaff(fixture.portal, words);
  expect(await staff()).toEqual([
    { email: "mika@operator.example", role: "finance", email_verified: true },
  ]);
});

test.each([
  [["no address", "三田", "finance"], /EMAIL must be an e-mail address/],
  [["a@operator.example", " ", "finance"], /NAME must not be empty/],
  [["a@operator.example", "三田", "owner"], /ROLE must be operations/],
  [[], /EMAIL must be[^]*NAME must be text[^]*ROLE must be/],
])("refuses %j and says why", async (words, why) => {
  const before = await staff();
  await expect(addStaff(fixture.portal, words)).rejects.toThrow(why);
  expect(await staff()).toEqual(before);
});
