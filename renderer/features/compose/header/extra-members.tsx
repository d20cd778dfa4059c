import { Button, Input } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../../../shared/model/call.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { addExtraMember, changeExtraMember, removeExtraMember } from '../call-changes.ts';
import { compose } from '../compose-store.ts';

/** Header members that the standard's table does not have. */
export function ExtraMembers({ members }: { readonly members: Call['extraHeader'] }) {
  const { t } = useTranslation();
  return (
    <div className="extra-members">
      {members.map(({ name, value }, index) => (
        <div className="extra-member" key={index}>
          <Input
            className="code-input"
            aria-label={t('header.extraName')}
            placeholder={t('header.extraName')}
            data-testid={`extra-name-${index}`}
            value={name}
            spellCheck={false}
            {...(name === '' && { status: 'warning' as const, title: t('header.extraEmptyName') })}
            onChange={({ target }) => compose.change((call) => changeExtraMember(call, { index, name: target.value }))}
          />
          <Input
            className="code-input"
            aria-label={t('header.extraValue')}
            placeholder={value === null ? 'null' : t('header.extraValue')}
            data-testid={`extra-value-${index}`}
            value={value ?? ''}
            disabled={value === null}
            spellCheck={false}
            onChange={({ target }) => compose.change((call) => changeExtraMember(call, { index, value: target.value }))}
          />
          <IconButton
            label={t('header.extraNull')}
            pressed={value === null}
            onClick={() =>
              compose.change((call) => changeExtraMember(call, { index, value: value === null ? '' : null }))
            }
          >
            <code>null</code>
          </IconButton>
          <IconButton
            label={t('header.extraRemove', { name: name === '' ? String(index + 1) : name })}
            onClick={() => compose.change((call) => removeExtraMember(call, index))}
          >
            <Trash2 size={13} aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button
        size="small"
        type="text"
        icon={<Plus size={12} aria-hidden />}
        data-testid="extra-add"
        onClick={() => compose.change(addExtraMember)}
      >
        {t('header.extraAdd')}
      </Button>
    </div>
  );
}
