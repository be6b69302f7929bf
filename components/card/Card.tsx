/** The hover card: shows a card model from what it is to what may be done with it, and only what exists. */

import type { ComponentChildren } from 'preact'
import type { CardModel } from '../../lib/card/model.ts'
import type { Translate } from '../../lib/i18n/t.ts'
import { Actions, type ActionsProps } from './Actions.tsx'
import { SourceList } from './Citations.tsx'
import { Figure } from './Figure.tsx'
import { Head, type HeadProps } from './Head.tsx'
import { Text } from './Text.tsx'

export interface CardProps extends Omit<HeadProps, 'model' | 't'>, Omit<ActionsProps, 't'> {
  model: CardModel
  /** The dataset was imported from a file that nobody signed. */
  isUnsigned: boolean
  t: Translate
  /** Opens the card of another entry in the place of this one. */
  onOpen(entry: string): void
}

const Section = ({ heading, children }: { heading: string; children: ComponentChildren }) => (
  <section>
    <h3>{heading}</h3>
    {children}
  </section>
)

export function Card(props: CardProps) {
  const { model, t, onOpen } = props
  const { figure, asOf, why, controls, events, positions, trap, more } = model
  return (
    <article class="card">
      <Head {...props} />
      <div class="body">
        {model.context.map((cited) => (
          <p key={cited.text}>
            <Text cited={cited} onOpen={onOpen} />
          </p>
        ))}
        {figure && <Figure figure={figure} t={t} />}
        {trap && (
          <div class="trap">
            <p>
              <Text cited={trap[0]} onOpen={onOpen} />
            </p>
            {trap[1] && (
              <details>
                <summary>{t('card_more')}</summary>
                <p>
                  <Text cited={trap[1]} onOpen={onOpen} />
                </p>
              </details>
            )}
          </div>
        )}
        {why && (
          <Section heading={t('why_heading') + asOf}>
            <p>
              <Text cited={why} onOpen={onOpen} />
            </p>
          </Section>
        )}
        {controls.length > 0 && (
          <Section heading={t('card_controls') + asOf}>
            {controls.map((cited) => (
              <p key={cited.text}>
                <Text cited={cited} onOpen={onOpen} />
              </p>
            ))}
          </Section>
        )}
        {events.length > 0 && (
          <Section heading={model.eventsHeading}>
            <ol class="pairs">
              {events.map((event) => (
                <li key={event.date + event.text}>
                  <time>{event.date}</time>
                  <span>
                    <Text cited={event} onOpen={onOpen} />
                  </span>
                </li>
              ))}
            </ol>
          </Section>
        )}
        {positions.length > 0 && (
          <Section heading={t('positions_heading')}>
            <dl class="positions">
              {positions.map((position) => (
                <div key={position.party}>
                  <dt>{position.party}</dt>
                  <dd>
                    <Text cited={position} onOpen={onOpen} />
                  </dd>
                </div>
              ))}
            </dl>
          </Section>
        )}
        {more.length > 0 && (
          <details class="more">
            <summary>{t('card_more')}</summary>
            {more.map((cited) => (
              <p key={cited.text}>
                <Text cited={cited} onOpen={onOpen} />
              </p>
            ))}
          </details>
        )}
        <SourceList sources={model.sources} edition={model.edition} t={t} />
        {props.isUnsigned && <p class="unsigned">{t('card_unsigned')}</p>}
      </div>
      <Actions {...props} />
    </article>
  )
}
