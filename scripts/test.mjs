// Runs before anything is installed, by whatever Node there is: this file stays in syntax that Node 12 parses.
import { tooOldNode } from './lib/check-node.mjs';

var refusal = tooOldNode(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exitCode = 2;
} else {
  void import('./lib/test-command.mjs').then(function (module) {
    return module.testCommand();
  });
}
