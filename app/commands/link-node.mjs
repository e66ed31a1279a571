// Runs after every install, by whatever Node there is. The project brings its own Node as a package
// for each processor, and npm 10 takes `node` out of node_modules/.bin again when it drops the
// package of the other processor.
import { existsSync, lstatSync, symlinkSync } from "node:fs";

const brought = `node-linux-${process.arch}/bin/node`;
const link = "node_modules/.bin/node";
if (existsSync(`node_modules/${brought}`) && !lstatSync(link, { throwIfNoEntry: false })) {
  symlinkSync(`../${brought}`, link);
}
