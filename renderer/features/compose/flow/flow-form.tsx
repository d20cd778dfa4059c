import { useEffect, useRef, useState } from 'react';
import { Button, Checkbox } from 'antd';
import { Play, Square } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type FlowStep, hasSucceeded, runFlow } from '../../../../shared/flow/run-flow.ts';
import type { RequestFolder } from '../../../../shared/model/workspace.ts';
import { failureFrom } from '../../../app/host-failure.ts';
import { useHost } from '../../../app/host-context.ts';
import { queryKeys } from '../../../app/queries.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { refreshHistory } from '../../history/use-recent-calls.ts';
import { treeDialog } from '../collection/tree-dialog-store.ts';
import { compose } from '../compose-store.ts';
import { openRequest } from '../drafts.ts';
import { FlowStepRow } from './flow-step-row.tsx';
import './flow.css';

/** Runs the requests of a folder one after another, values handed on from call to call. */
export function FlowForm({ folder }: { readonly folder: RequestFolder }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const queryClient = useQueryClient();
  const [steps, setSteps] = useState<readonly FlowStep[]>(() => waitingSteps(folder));
  const running = useRef<AbortController>(undefined);
  const [isRunning, setIsRunning] = useState(false);
  const [keepsGoing, setKeepsGoing] = useState(false);
  // Whoever closes the dialog stops the run.
  useEffect(() => () => running.current?.abort(), []);

  async function run(): Promise<void> {
    const stop = new AbortController();
    running.current = stop;
    setIsRunning(true);
    await runFlow(waitingSteps(folder), {
      async send(id) {
        const { call } = await host.workspace.request.query(id);
        const input = { call, drawn: {}, folder: folder.path, requestId: id };
        return host.send.mutate(input, { signal: stop.signal });
      },
      failureOf: failureFrom,
      onChange: setSteps,
      isStopped: () => stop.signal.aborted,
      keepsGoing,
    });
    setIsRunning(false);
    await Promise.all([
      refreshHistory(queryClient),
      queryClient.invalidateQueries({ queryKey: queryKeys.handedOn }),
      queryClient.invalidateQueries({ queryKey: queryKeys.sessions }),
    ]);
  }

  const isOver = steps.some(({ state }) => state !== 'waiting') && !isRunning;
  return (
    <div className="flow-form">
      {folder.note && <p>{say(folder.note)}</p>}
      <ol data-testid="flow-steps">
        {steps.map((step) => (
          <FlowStepRow
            key={step.id}
            step={step}
            onOpen={() => {
              treeDialog.close();
              void openRequest(host, step.id);
              if (step.record) compose.show(step.record.id);
            }}
          />
        ))}
      </ol>
      <p role="status" data-testid="flow-outcome">
        {isOver && t(hasSucceeded(steps) ? 'flow.success' : isWhole(steps) ? 'flow.failed' : 'flow.stopped')}
      </p>
      <Checkbox
        checked={keepsGoing}
        disabled={isRunning}
        data-testid="flow-keeps-going"
        onChange={({ target }) => setKeepsGoing(target.checked)}
      >
        {t('flow.keepsGoing')}
      </Checkbox>
      <span className="form-actions">
        <Button onClick={treeDialog.close}>{t('flow.close')}</Button>
        {isRunning ? (
          <Button danger icon={<Square size={11} aria-hidden />} onClick={() => running.current?.abort()}>
            {t('flow.stop')}
          </Button>
        ) : (
          <Button
            type="primary"
            icon={<Play size={13} aria-hidden />}
            disabled={steps.length === 0}
            data-testid="flow-run"
            onClick={() => void run()}
          >
            {t(isOver ? 'flow.again' : 'flow.run')}
          </Button>
        )}
      </span>
    </div>
  );
}

/** The folder's own requests: a flow does not go down into other folders. */
function waitingSteps({ children }: RequestFolder): readonly FlowStep[] {
  return children.flatMap((child): readonly FlowStep[] =>
    child.type === 'request' ? [{ id: child.request.id, title: child.request.title, state: 'waiting' }] : [],
  );
}

function isWhole(steps: readonly FlowStep[]): boolean {
  return steps.every(({ state }) => state !== 'notRun');
}
