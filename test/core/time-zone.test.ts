import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const program = fileURLToPath(new URL("time-zone-output.ts", import.meta.url));
const run = promisify(execFile);

it("says the same in every time zone, byte for byte", async () => {
  const zones = ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Apia"];
  const outputs = await Promise.all(
    zones.map(async (zone) => (await run(process.execPath, ["--import", "tsx", program], { env: { ...process.env, TZ: zone } })).stdout),
  );
  // The first line names the zone the program really ran in.
  expect(outputs.map((output) => output.slice(0, output.indexOf("\n")))).toEqual(zones);
  const [first, ...others] = outputs.map((output) => output.slice(output.indexOf("\n")));
  expect(first).toContain("2011-12-30 15338 5");
  for (const other of others) expect(other).toBe(first);
});
