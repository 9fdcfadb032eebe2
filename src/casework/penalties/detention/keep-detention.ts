import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate } from '#values'
import { openExpenses, type Detention, type DetentionEvent, type DetentionExpense, type ExpensesPaid, type ToldOfDetention } from './detention.ts'

/** Those it concerns are told that it is held, under which power, and that they may ask the court for it. */
export function tellOfDetention(detention: Detention | undefined, told: ToldOfDetention, today: CalendarDate): Decision<DetentionEvent> {
  if (detention === undefined) return refuse('no-such-detention')
  if (isBefore(told.on, detention.detainedOn)) return refuse('before-it-was-detained')
  if (isAfter(told.on, today)) return refuse('step-in-future')
  return announce({ type: 'detention-told', told })
}

/** What it cost to hold and to sell it, with what shows it: reasonable expenses have to be paid before it goes back (s.36(1)). */
export function recordExpense(detention: Detention | undefined, expense: DetentionExpense, today: CalendarDate): Decision<DetentionEvent> {
  if (detention === undefined) return refuse('no-such-detention')
  if (detention.proceeds !== null || detention.stage === 'released') return refuse('expenses-are-closed')
  if (expense.amountPence <= 0) return refuse('nothing-spent')
  if (isBefore(expense.on, detention.detainedOn)) return refuse('before-it-was-detained')
  if (isAfter(expense.on, today)) return refuse('step-in-future')
  return announce({ type: 'detention-expense-recorded', expense })
}

/** Somebody paid the expenses to have the vehicle back. Never more than is open, and one reference once. */
export function payExpenses(detention: Detention | undefined, paid: ExpensesPaid, today: CalendarDate): Decision<DetentionEvent> {
  if (detention === undefined) return refuse('no-such-detention')
  if (paid.amountPence <= 0) return refuse('nothing-paid')
  if (paid.amountPence > openExpenses(detention)) return refuse('more-than-the-expenses')
  if (isAfter(paid.on, today)) return refuse('paid-in-future')
  if (detention.expensesPaid.some(({ reference }) => reference === paid.reference)) return refuse('expenses-reference-used')
  return announce({ type: 'detention-expenses-paid', paid })
}
