import { Component, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../ui/failure-notice.tsx';

interface FailureBoundaryProps {
  readonly children: ReactNode;
}

interface FailureBoundaryState {
  readonly reason: string | undefined;
}

/** A part of the window that cannot be shown: it says so, and all others stay. What was typed is in the drafts. */
export class FailureBoundary extends Component<FailureBoundaryProps, FailureBoundaryState> {
  override state: FailureBoundaryState = { reason: undefined };

  static getDerivedStateFromError(error: unknown): FailureBoundaryState {
    return { reason: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { reason } = this.state;
    return reason === undefined ? (
      this.props.children
    ) : (
      <NotShown reason={reason} onAgain={() => this.setState({ reason: undefined })} />
    );
  }
}

function NotShown({ reason, onAgain }: { readonly reason: string; readonly onAgain: () => void }) {
  const { t } = useTranslation();
  const text = { zh: t('load.notShown', { lng: 'zh', reason }), en: t('load.notShown', { lng: 'en', reason }) };
  return (
    <div className="frame-failure">
      <FailureNotice
        title={t('load.notShownTitle')}
        failure={{ code: 'page.notShown', text }}
        action={<Button onClick={onAgain}>{t('load.retry')}</Button>}
      />
    </div>
  );
}
