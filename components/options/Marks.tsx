/** What is marked, how much of it, and what a mark looks like. */

import { categoryKey } from '../../lib/i18n/categories.ts'
import { CATEGORIES, type Category } from '../../lib/detect/types.ts'
import type { MessageKey } from '../../lib/i18n/t.ts'
import { DENSITIES, MARK_STYLES } from '../../lib/settings/definition.ts'
import { Locked } from '../ui/Locked.tsx'
import { NoticeBox } from '../ui/NoticeBox.tsx'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Switch } from '../ui/Switch.tsx'
import type { PartProps } from './options-view.ts'
import { DensityPicture, StyleSample } from './Pictures.tsx'
import { DENSITY_WORDS, STYLE_WORDS } from './settings-words.ts'

const HINTS: Record<Category, MessageKey> = {
  'rare-earths': 'options_category_rare_earths',
  'dual-use': 'options_category_dual_use',
  senkaku: 'options_category_senkaku',
  'one-china': 'options_category_one_china',
}

export function Marks({ view: { settings, policy, t }, actions: { onChange } }: PartProps) {
  return (
    <>
      {settings.isPaused && (
        <NoticeBox
          kind="warning"
          title={t('options_pause_on')}
          actions={<Button onPress={() => onChange('isPaused', () => false)}>{t('options_pause_off')}</Button>}
        />
      )}
      <ul class="panel rows" aria-label={t('options_categories')}>
        {CATEGORIES.map((category) => (
          <li key={category} class="category-row" data-category={category}>
            <span class="line" aria-hidden="true" />
            <Switch
              label={t(categoryKey(category))}
              hint={t(HINTS[category])}
              isOn={settings.categories[category]}
              isDisabled={policy.categories[category] !== undefined}
              onToggle={(isOn) => onChange('categories', (now) => ({ ...now, [category]: isOn }))}
            >
              {policy.categories[category] !== undefined && <Locked label={t('options_data_managed')} />}
            </Switch>
          </li>
        ))}
      </ul>
      <div class="panel">
        <RadioGroup
          label={t('options_density')}
          hint={t('options_density_hint')}
          layout="cards"
          value={settings.density}
          choices={DENSITIES.map((density) => ({
            value: density,
            label: t(DENSITY_WORDS[density]),
            picture: <DensityPicture density={density} />,
          }))}
          onChoose={(density) => onChange('density', () => density)}
        />
      </div>
      <div class="panel">
        <RadioGroup
          label={t('options_style')}
          layout="cards"
          value={settings.markStyle}
          choices={MARK_STYLES.map((style) => ({
            value: style,
            label: t(STYLE_WORDS[style]),
            picture: <StyleSample style={style} words={t('options_style_sample')} />,
          }))}
          onChoose={(style) => onChange('markStyle', () => style)}
        />
      </div>
      <div class="panel">
        <Switch
          label={t('options_count')}
          hint={t('options_count_hint')}
          isOn={settings.showsCount}
          onToggle={(isOn) => onChange('showsCount', () => isOn)}
        />
      </div>
    </>
  )
}
