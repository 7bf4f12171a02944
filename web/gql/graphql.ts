/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** An invitation and who accepts it. */
export type AcceptInvitationInput = {
  /** What people call you; needed where you have no account. */
  readonly name?: string | null | undefined;
  /** Password of the new account: 15 to 128 characters; needed where you have none. */
  readonly password?: string | null | undefined;
  /** What stands after # in the link. */
  readonly token: string;
};

/** The passkey that an authenticator made. */
export type AddPasskeyInput = {
  /** What to call it: up to 80 characters. */
  readonly name: string;
  /** What navigator.credentials.create gave, as JSON. */
  readonly response: unknown;
};

/** What came of a question. */
export type AnswerStatus =
  /** Answered with figures. */
  | 'ANSWERED'
  /** It can be read in several ways; choose one. */
  | 'CLARIFY'
  /** Something broke. */
  | 'ERROR'
  /** It can't be answered; the reason says why. */
  | 'REFUSED';

/** A verdict on the answer to a question. */
export type AnswerVerdict =
  /** It is what was asked for. */
  | 'RIGHT'
  /** It is not. */
  | 'WRONG';

/** A question. */
export type AskInput = {
  /** The day that today means; default: the company's today. */
  readonly asOf?: string | null | undefined;
  /** Asks again for an earlier answer of the conversation, with one part of what was understood changed. */
  readonly change?: UnderstoodChangeInput | null | undefined;
  /** The conversation that it follows up; without it, a new one begins. */
  readonly conversationId?: string | null | undefined;
  /** The question, as a person asks it; at most 2,000 characters. With a change: the words that come in the part's place, empty to do without it. */
  readonly question: string;
};

/** Which direction is good news. */
export type Better =
  /** More is better. */
  | 'HIGHER'
  /** Less is better. */
  | 'LOWER'
  /** Neither more nor less is better. */
  | 'NEITHER';

/** Part of a cell to sort by. */
export type CellPart =
  /** Its change against what it is compared with. */
  | 'CHANGE'
  /** Its change as a fraction of what it is compared with. */
  | 'CHANGE_RATIO'
  /** The figure itself. */
  | 'VALUE';

/** Where mail is to reach you. */
export type ChangeEmailInput = {
  /** E-mail address. */
  readonly email: string;
};

/** The old and the new password. */
export type ChangePasswordInput = {
  /** Password that holds now. */
  readonly currentPassword: string;
  /** Password that shall hold: 15 to 128 characters. */
  readonly newPassword: string;
};

/** A role as it shall be. */
export type ChangeRoleInput = {
  /** What it is for; absent: as it was. */
  readonly description?: string | null | undefined;
  /** Which one. */
  readonly name: string;
  /** All that it allows from now on; absent: as it was. */
  readonly scopes?: ReadonlyArray<string> | null | undefined;
};

/** How to draw an answer. */
export type ChartKind =
  /** A ranking or a split. */
  | 'BAR'
  /** Over time. */
  | 'LINE'
  /** One number needs none. */
  | 'NONE'
  /** Shares of a whole. */
  | 'STACKED'
  /** Too many columns to draw. */
  | 'TABLE';

/** What a figure is held against. */
export type Comparison =
  /** The budget. */
  | 'BUDGET'
  /** The forecast. */
  | 'FORECAST'
  /** The period before: the aligned unit for whole units, else as many days before. */
  | 'PREVIOUS_PERIOD'
  /** The same days a year earlier. */
  | 'PREVIOUS_YEAR'
  /** The target. */
  | 'TARGET';

/** What confirms a second factor. */
export type ConfirmSecondFactorInput = {
  /** Six digits of the app. */
  readonly code: string;
};

/** A new role. */
export type CreateRoleInput = {
  /** What it is for. */
  readonly description?: string | null | undefined;
  /** Its name: 2 to 40 small letters, digits and dashes. */
  readonly name: string;
  /** What it allows: one scope at least. */
  readonly scopes: ReadonlyArray<string>;
};

/** A company's own words. */
export type DefineTermInput = {
  /** What they mean, in names of metrics, splits and members, such as Denmark, Norway and Sweden. */
  readonly means: string;
  /** The words, such as Nordics; 1 to 60 characters that mean nothing yet. */
  readonly words: string;
};

/** Whose sessions to end. */
export type EndMemberSessionsInput = {
  /** The member: the id of the user. */
  readonly memberId: string;
  /** One of their sessions; without it, all. */
  readonly sessionId?: string | null | undefined;
};

/** Which session to end. */
export type EndSessionInput = {
  /** One of yours. */
  readonly id: string;
};

/** A link and who follows it. */
export type FinishRegistrationInput = {
  /** What people call you. */
  readonly name: string;
  /** Password: 15 to 128 characters. */
  readonly password: string;
  /** What stands after # in the link. */
  readonly token: string;
};

/** A code for a sign-in that was begun. */
export type FinishSignInInput = {
  /** What signIn gave. */
  readonly challenge: string;
  /** Six digits of the app, or a backup code. */
  readonly code: string;
};

/** Whose password was forgotten. */
export type ForgotPasswordInput = {
  /** E-mail address. */
  readonly email: string;
};

/** What became of an invitation. */
export type InvitationStatus =
  /** Whoever was invited is a member. */
  | 'ACCEPTED'
  /** It has run out; it can be sent again. */
  | 'EXPIRED'
  /** It waits to be accepted. */
  | 'OPEN'
  /** It was taken back, or a later one took its place. */
  | 'REVOKED';

/** Whom to invite, and as what. */
export type InviteMemberInput = {
  /** E-mail address. */
  readonly email: string;
  /** The employee that they are; you must be able to see them. */
  readonly employeeId?: string | null | undefined;
  /** Roles that they will have: one at least. */
  readonly roles: ReadonlyArray<string>;
  /** The sales person that they are; you must be able to see them. */
  readonly salesPersonId?: string | null | undefined;
};

/** What became of a mail. */
export type MailStatus =
  /** It was refused, or given up after a day. */
  | 'FAILED'
  /** A mail server took it. */
  | 'SENT'
  /** It waits for a mail server; without one, in the outbox. */
  | 'WAITING';

/** Which invitation. */
export type OneInvitationInput = {
  /** One of your company. */
  readonly id: string;
};

/** Which opportunities a period is about. */
export type OpportunityState =
  /** All that were there at some time in the period. */
  | 'ANY'
  /** Won or lost in the period. */
  | 'CLOSED'
  /** Lost in the period. */
  | 'LOST'
  /** Open at the period's end. */
  | 'OPEN'
  /** Won in the period. */
  | 'WON';

/** What an authenticator answered. */
export type PasskeyAnswerInput = {
  /** What navigator.credentials.get gave, as JSON. */
  readonly response: unknown;
};

/** Exactly one of: from/to (either may be open), last, this, toDate, all. Relative ones count from the company's today. */
export type PeriodInput = {
  /** Everything there is, where true. */
  readonly all?: boolean | null | undefined;
  /** First day, inclusive. */
  readonly from?: string | null | undefined;
  /** The last n whole units before the current one. */
  readonly last?: SpanInput | null | undefined;
  /** The whole current unit, to its last day; metrics as of a day are taken today. */
  readonly this?: TimeUnit | null | undefined;
  /** Last day, inclusive. */
  readonly to?: string | null | undefined;
  /** From the start of the current unit to today. */
  readonly toDate?: TimeUnit | null | undefined;
};

/** What proves who you are. */
export type ProveIdentityInput = {
  /** Six digits of the app, or a backup code; needed where you have a second factor. */
  readonly code?: string | null | undefined;
  /** Password. */
  readonly password: string;
};

/** Why a question was refused. */
export type RefusalReason =
  /** You may not see it. */
  | 'FORBIDDEN'
  /** It tried to make the assistant do something else. */
  | 'INJECTION'
  /** The graph has no such data. */
  | 'NO_DATA'
  /** It is not about the company's data. */
  | 'OUT_OF_SCOPE'
  /** The assistant only reads. */
  | 'WRITE';

/** Who asks for an account. */
export type RegisterInput = {
  /** E-mail address. */
  readonly email: string;
};

/** Who gets an account. */
export type RegistrationMode =
  /** Nobody new; who has an account can still be invited into a company. */
  | 'CLOSED'
  /** Those whom a company invites. */
  | 'INVITED'
  /** Anyone who has an e-mail address. */
  | 'OPEN';

/** Which passkey to remove. */
export type RemovePasskeyInput = {
  /** One of yours. */
  readonly id: string;
};

/** Which role to remove. */
export type RemoveRoleInput = {
  /** Which one. */
  readonly name: string;
  /** The role that its holders get in its place. */
  readonly replaceBy?: string | null | undefined;
};

/** A conversation's new title. */
export type RenameConversationInput = {
  /** The conversation. */
  readonly id: string;
  /** The title; 1 to 200 characters. */
  readonly title: string;
};

/** Which passkey, and its name. */
export type RenamePasskeyInput = {
  /** One of yours. */
  readonly id: string;
  /** What to call it: up to 80 characters. */
  readonly name: string;
};

/** A link and the new password. */
export type ResetPasswordInput = {
  /** Password that shall hold: 15 to 128 characters. */
  readonly newPassword: string;
  /** What stands after # in the link. */
  readonly token: string;
};

/** Whom to restore. */
export type RestoreMemberInput = {
  /** The member's e-mail. */
  readonly email: string;
};

/** Members by their value (the name people know, or the code for COUNTRY) or by their entity's id. */
export type SalesCondition = {
  /** What is limited. */
  readonly dimension: SalesDimension;
  /** Only these members. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** Only for these metrics; default: all that have the dimension. */
  readonly metrics?: ReadonlyArray<SalesMetric> | null | undefined;
  /** All but these members. */
  readonly notIn?: ReadonlyArray<string> | null | undefined;
};

/** What figures about sales can be split by and limited to. */
export type SalesDimension =
  /** Category of the product. */
  | 'CATEGORY'
  /** How the order reached the company, such as online. */
  | 'CHANNEL'
  /** Country of the territory, else of the customer; members are ISO codes. */
  | 'COUNTRY'
  /** Customer who ordered. */
  | 'CUSTOMER'
  /** Whether the customer is a person or a company. */
  | 'CUSTOMER_KIND'
  /** Segment that the customer belongs to. */
  | 'CUSTOMER_SEGMENT'
  /** Industry that the customer is in. */
  | 'INDUSTRY'
  /** Why the opportunity was lost. */
  | 'LOST_REASON'
  /** Status of the order: open, shipped, cancelled or returned. */
  | 'ORDER_STATUS'
  /** Product that was sold. */
  | 'PRODUCT'
  /** Person who sold. */
  | 'SALES_PERSON'
  /** Stage of the opportunity, such as negotiation. */
  | 'STAGE'
  /** Subcategory of the product. */
  | 'SUBCATEGORY'
  /** Team that the sales person belongs to. */
  | 'TEAM'
  /** Sales territory of the order, target or customer. */
  | 'TERRITORY'
  /** Group that the territory belongs to, such as Europe. */
  | 'TERRITORY_GROUP';

/** Figures about sales. What each is, how it is said and what it can be split by stands in @metric. */
export type SalesMetric =
  /** Won amount per opportunity won. */
  | 'AVERAGE_DEAL_SIZE'
  /** Net revenue per order. */
  | 'AVERAGE_ORDER_VALUE'
  /** Net revenue per unit sold. */
  | 'AVERAGE_SELLING_PRICE'
  /** Distinct customers with an order that was not cancelled. */
  | 'CUSTOMERS_ORDERING'
  /** Customers who ordered in the 12 months before the period's start and not in the 12 months up to its end, as a fraction of the former. */
  | 'CUSTOMER_CHURN_RATE'
  /** Herfindahl-Hirschman index of the customers' shares of net revenue: 0 is many small ones, 1 is a single one. */
  | 'CUSTOMER_CONCENTRATION'
  /** Gross profit of the 12 months up to the period's end by customer ordering in them, divided by the customer churn rate; absent where nobody was lost. */
  | 'CUSTOMER_LIFETIME_VALUE'
  /** Mean days from placing an order to shipping it, of those shipped; by order date. */
  | 'DAYS_TO_SHIP'
  /** Sum of discounts as a fraction of quantity times unit price. */
  | 'DISCOUNT_RATE'
  /** Gross profit as a fraction of net revenue. */
  | 'GROSS_MARGIN'
  /** Sum of net amount less quantity times unit cost, over lines of orders that were not cancelled. */
  | 'GROSS_PROFIT'
  /** Sum of line net amounts of orders that were not cancelled, by order date, before tax and freight. */
  | 'NET_REVENUE'
  /** Customers whose first order ever falls in the period. */
  | 'NEW_CUSTOMERS'
  /** Orders shipped on or before the day they were promised for, as a fraction of those shipped that had such a day; by order date. */
  | 'ON_TIME_SHIPMENT_RATE'
  /** Opportunities open at the period's end. */
  | 'OPEN_OPPORTUNITIES'
  /** Opportunities lost, by the day they were closed. */
  | 'OPPORTUNITIES_LOST'
  /** Opportunities won, by the day they were closed. */
  | 'OPPORTUNITIES_WON'
  /** Orders that were not cancelled, by order date. */
  | 'ORDERS'
  /** Sum of the amounts of opportunities open at the period's end. */
  | 'PIPELINE'
  /** Sum of the amounts of opportunities due in the period and open at its end, divided by what is missing to quota: quota less what opportunities won in it; absent where the quota is won. */
  | 'PIPELINE_COVERAGE'
  /** Target amounts that overlap the period, pro rata by day. */
  | 'QUOTA'
  /** Net revenue in the period of everyone with a target in it, as a fraction of quota. */
  | 'QUOTA_ATTAINMENT'
  /** Customers who ordered in the period and before it. */
  | 'REPEAT_CUSTOMERS'
  /** Repeat customers as a fraction of customers ordering. */
  | 'REPEAT_RATE'
  /** Orders that were returned as a fraction of all orders, by order date. */
  | 'RETURN_RATE'
  /** Mean days from engaging, else creating, an opportunity to winning it. */
  | 'SALES_CYCLE_DAYS'
  /** Money won per day at the present pace: opportunities open at the period's end, times win rate, times average deal size, divided by the sales cycle in days. */
  | 'SALES_VELOCITY'
  /** Opportunities expected to close in the period that were not closed by its end, as a fraction of those expected. */
  | 'SLIPPAGE_RATE'
  /** Opportunities that moved on from a stage they entered in the period, won at last included, as a fraction of those that entered it. */
  | 'STAGE_CONVERSION'
  /** Units sold per order. */
  | 'UNITS_PER_ORDER'
  /** Sum of line quantities of orders that were not cancelled, by order date. */
  | 'UNITS_SOLD'
  /** Sum of the amounts of opportunities open at the period's end, each times its probability; without one, times its stage's own share of opportunities won, else the company's. */
  | 'WEIGHTED_PIPELINE'
  /** Opportunities won as a fraction of those won or lost. */
  | 'WIN_RATE'
  /** Sum of the amounts of opportunities won, by the day they were closed. */
  | 'WON_AMOUNT';

/** What to compute: metrics, period, split, conditions, order. */
export type SalesMetricsQuery = {
  /** The day that relative periods count from; default: the company's today. */
  readonly asOf?: string | null | undefined;
  /** The split; at most four. */
  readonly by?: ReadonlyArray<SalesDimension> | null | undefined;
  /** What to hold the figures against. */
  readonly compare?: Comparison | null | undefined;
  /** At most 10,000; default 1,000. Totals always cover all rows. */
  readonly first?: number | null | undefined;
  /** Future rows after the period, for additive metrics with a grain. */
  readonly forecast?: SpanInput | null | undefined;
  /** A row per unit of time, empty ones included. */
  readonly grain?: TimeUnit | null | undefined;
  /** Rows are kept whose figures meet all of these. */
  readonly having?: ReadonlyArray<SalesThreshold> | null | undefined;
  /** At most 12. */
  readonly metrics: ReadonlyArray<SalesMetric>;
  /** Order of the rows; default: by key. */
  readonly orderBy?: SalesOrder | null | undefined;
  /** The days that the figures cover. */
  readonly period: PeriodInput;
  /** All must hold. */
  readonly where?: ReadonlyArray<SalesCondition> | null | undefined;
};

/** By a metric's value, change or changeRatio; by key where no metric is named. */
export type SalesOrder = {
  /** Largest or smallest first; absent figures come last either way. */
  readonly direction?: SortDirection | null | undefined;
  /** The figure to sort by. */
  readonly metric?: SalesMetric | null | undefined;
  /** Which part of it. */
  readonly of?: CellPart | null | undefined;
};

/** A bound on a metric; one or two of the four. */
export type SalesThreshold = {
  /** Greater or equal. */
  readonly atLeast?: string | null | undefined;
  /** Less or equal. */
  readonly atMost?: string | null | undefined;
  /** The figure that is bounded. */
  readonly metric: SalesMetric;
  /** Greater. */
  readonly over?: string | null | undefined;
  /** Less. */
  readonly under?: string | null | undefined;
};

/** Which roles a member shall have. */
export type SetMemberRolesInput = {
  /** The member: the id of the user. */
  readonly memberId: string;
  /** All of their roles from now on: one at least. */
  readonly roles: ReadonlyArray<string>;
};

/** Who signs in. */
export type SignInInput = {
  /** E-mail address. */
  readonly email: string;
  /** Password. */
  readonly password: string;
};

/** Direction of a sort. */
export type SortDirection =
  /** Smallest first. */
  | 'ASC'
  /** Largest first. */
  | 'DESC';

/** A number of units of time. */
export type SpanInput = {
  /** How many; at least 1. */
  readonly n: number;
  /** Of what. */
  readonly unit: TimeUnit;
};

/** Whom to suspend. */
export type SuspendMemberInput = {
  /** The member's e-mail. */
  readonly email: string;
};

/** Where to act. */
export type SwitchCompanyInput = {
  /** Key of the company. */
  readonly companyKey: string;
};

/** A unit of time. */
export type TimeUnit =
  /** A calendar day. */
  | 'DAY'
  /** A quarter of the company's fiscal year. */
  | 'FISCAL_QUARTER'
  /** The company's fiscal year, named after the calendar year in which it ends. */
  | 'FISCAL_YEAR'
  /** A calendar month. */
  | 'MONTH'
  /** A calendar quarter. */
  | 'QUARTER'
  /** An ISO week, from Monday. */
  | 'WEEK'
  /** A calendar year. */
  | 'YEAR';

/** A part of what was understood, as its chip names it. */
export type UnderstoodChangeInput = {
  /** The answer whose part it is; of the same conversation. */
  readonly answerId: string;
  /** The chip's label. */
  readonly label: string;
  /** The chip's slot. */
  readonly slot: string;
};

/** What a figure counts in. */
export type Unit =
  /** A number of things. */
  | 'COUNT'
  /** Days. */
  | 'DAYS'
  /** Hours. */
  | 'HOURS'
  /** Money, in the column's currency. */
  | 'MONEY'
  /** Months. */
  | 'MONTHS'
  /** Points of an index, such as eNPS. */
  | 'POINTS'
  /** A fraction: 0.18 is 18 %. */
  | 'RATIO'
  /** A score on a scale. */
  | 'SCORE'
  /** Years. */
  | 'YEARS';

/** Whom to help. */
export type UnlockMemberInput = {
  /** The member's e-mail. */
  readonly email: string;
};

/** A verdict on an answer. */
export type VerifyAnswerInput = {
  /** The answer; one of your own. */
  readonly answerId: string;
  /** The question that gives the right answer, where it is another: it is asked in this one's place from now on. */
  readonly means?: string | null | undefined;
  /** Whether it is right. */
  readonly verdict: AnswerVerdict;
};

/** A link that was mailed. */
export type VerifyEmailInput = {
  /** What stands after # in the link. */
  readonly token: string;
};

export type InvitationRowFragment = { readonly id: string, readonly email: string, readonly roles: ReadonlyArray<string>, readonly status: InvitationStatus, readonly createdAt: string, readonly expiresAt: string, readonly invitedBy: { readonly id: string, readonly name: string } | null };

export type InvitationsPageQueryVariables = Exact<{ [key: string]: never; }>;


export type InvitationsPageQuery = { readonly me: { readonly roles: ReadonlyArray<string>, readonly scopes: ReadonlyArray<string>, readonly mustChangePassword: boolean, readonly isOperator: boolean, readonly user: { readonly id: string, readonly name: string, readonly email: string }, readonly company: { readonly id: string, readonly key: string, readonly name: string, readonly currency: string, readonly timeZone: string, readonly asOf: string } | null, readonly companies: ReadonlyArray<{ readonly id: string, readonly key: string, readonly name: string }> } | null, readonly invitations: ReadonlyArray<{ readonly id: string, readonly email: string, readonly roles: ReadonlyArray<string>, readonly status: InvitationStatus, readonly createdAt: string, readonly expiresAt: string, readonly invitedBy: { readonly id: string, readonly name: string } | null }> | null, readonly roles: ReadonlyArray<{ readonly name: string, readonly description: string }> | null };

export type InviteMemberMutationVariables = Exact<{
  input: InviteMemberInput;
}>;


export type InviteMemberMutation = { readonly result:
    | { readonly __typename: 'InvitationRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'InvitationSaved', readonly invitation: { readonly id: string, readonly email: string } }
   | null };

export type ResendInvitationMutationVariables = Exact<{
  input: OneInvitationInput;
}>;


export type ResendInvitationMutation = { readonly result:
    | { readonly __typename: 'InvitationRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'InvitationSaved' }
   | null };

export type RevokeInvitationMutationVariables = Exact<{
  input: OneInvitationInput;
}>;


export type RevokeInvitationMutation = { readonly result:
    | { readonly __typename: 'InvitationRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'InvitationSaved' }
   | null };

export type OutboxPageQueryVariables = Exact<{ [key: string]: never; }>;


export type OutboxPageQuery = { readonly me: { readonly roles: ReadonlyArray<string>, readonly scopes: ReadonlyArray<string>, readonly mustChangePassword: boolean, readonly isOperator: boolean, readonly user: { readonly id: string, readonly name: string, readonly email: string }, readonly company: { readonly id: string, readonly key: string, readonly name: string, readonly currency: string, readonly timeZone: string, readonly asOf: string } | null, readonly companies: ReadonlyArray<{ readonly id: string, readonly key: string, readonly name: string }> } | null, readonly outbox: ReadonlyArray<{ readonly id: string, readonly to: string, readonly subject: string, readonly status: MailStatus, readonly queuedAt: string, readonly sentAt: string | null, readonly attempts: number, readonly fault: string | null, readonly text: string | null }> | null };

export type RoleRowFragment = { readonly name: string, readonly description: string, readonly scopes: ReadonlyArray<string>, readonly isOwn: boolean, readonly memberCount: number };

export type RolesPageQueryVariables = Exact<{ [key: string]: never; }>;


export type RolesPageQuery = { readonly me: { readonly roles: ReadonlyArray<string>, readonly scopes: ReadonlyArray<string>, readonly mustChangePassword: boolean, readonly isOperator: boolean, readonly user: { readonly id: string, readonly name: string, readonly email: string }, readonly company: { readonly id: string, readonly key: string, readonly name: string, readonly currency: string, readonly timeZone: string, readonly asOf: string } | null, readonly companies: ReadonlyArray<{ readonly id: string, readonly key: string, readonly name: string }> } | null, readonly roles: ReadonlyArray<{ readonly name: string, readonly description: string, readonly scopes: ReadonlyArray<string>, readonly isOwn: boolean, readonly memberCount: number }> | null, readonly scopes: ReadonlyArray<{ readonly name: string, readonly description: string, readonly isReserved: boolean }> | null };

export type CreateRoleMutationVariables = Exact<{
  input: CreateRoleInput;
}>;


export type CreateRoleMutation = { readonly result:
    | { readonly __typename: 'RoleSaved', readonly role: { readonly name: string } }
    | { readonly __typename: 'SaveRoleRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type ChangeRoleMutationVariables = Exact<{
  input: ChangeRoleInput;
}>;


export type ChangeRoleMutation = { readonly result:
    | { readonly __typename: 'RoleSaved', readonly role: { readonly name: string } }
    | { readonly __typename: 'SaveRoleRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type RemoveRoleMutationVariables = Exact<{
  input: RemoveRoleInput;
}>;


export type RemoveRoleMutation = { readonly result:
    | { readonly __typename: 'RemoveRoleRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'RoleRemoved', readonly name: string, readonly memberCount: number }
   | null };

export type MemberRowFragment = { readonly id: string, readonly roles: ReadonlyArray<string>, readonly scopes: ReadonlyArray<string>, readonly suspendedAt: string | null, readonly lastSeenAt: string | null, readonly hasSecondFactor: boolean, readonly user: { readonly id: string, readonly name: string, readonly email: string } };

export type UsersPageQueryVariables = Exact<{
  search?: string | null | undefined;
  role?: string | null | undefined;
  suspended?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type UsersPageQuery = { readonly me: { readonly roles: ReadonlyArray<string>, readonly scopes: ReadonlyArray<string>, readonly mustChangePassword: boolean, readonly isOperator: boolean, readonly user: { readonly id: string, readonly name: string, readonly email: string }, readonly company: { readonly id: string, readonly key: string, readonly name: string, readonly currency: string, readonly timeZone: string, readonly asOf: string } | null, readonly companies: ReadonlyArray<{ readonly id: string, readonly key: string, readonly name: string }> } | null, readonly members: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly roles: ReadonlyArray<string>, readonly scopes: ReadonlyArray<string>, readonly suspendedAt: string | null, readonly lastSeenAt: string | null, readonly hasSecondFactor: boolean, readonly user: { readonly id: string, readonly name: string, readonly email: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null, readonly roles: ReadonlyArray<{ readonly name: string, readonly description: string }> | null };

export type MemberSessionFragment = { readonly id: string, readonly device: string | null, readonly address: string | null, readonly startedAt: string, readonly lastSeenAt: string, readonly isCurrent: boolean };

export type MemberSessionsQueryVariables = Exact<{
  id: string;
}>;


export type MemberSessionsQuery = { readonly member: { readonly id: string, readonly joinedAt: string, readonly sessions: ReadonlyArray<{ readonly id: string, readonly device: string | null, readonly address: string | null, readonly startedAt: string, readonly lastSeenAt: string, readonly isCurrent: boolean }> } | null };

export type SetMemberRolesMutationVariables = Exact<{
  input: SetMemberRolesInput;
}>;


export type SetMemberRolesMutation = { readonly result:
    | { readonly __typename: 'MemberChanged' }
    | { readonly __typename: 'SetMemberRolesRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type EndMemberSessionsMutationVariables = Exact<{
  input: EndMemberSessionsInput;
}>;


export type EndMemberSessionsMutation = { readonly result:
    | { readonly __typename: 'EndMemberSessionsRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'MemberSessionsEnded', readonly count: number }
   | null };

export type SuspendMemberMutationVariables = Exact<{
  input: SuspendMemberInput;
}>;


export type SuspendMemberMutation = { readonly result:
    | { readonly __typename: 'MemberSuspended' }
    | { readonly __typename: 'SuspendMemberRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type RestoreMemberMutationVariables = Exact<{
  input: RestoreMemberInput;
}>;


export type RestoreMemberMutation = { readonly result:
    | { readonly __typename: 'MemberRestored' }
    | { readonly __typename: 'SuspendMemberRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type UnlockMemberMutationVariables = Exact<{
  input: UnlockMemberInput;
}>;


export type UnlockMemberMutation = { readonly result:
    | { readonly __typename: 'MemberUnlocked' }
    | { readonly __typename: 'UnlockMemberRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type ResetMemberSecondFactorMutationVariables = Exact<{
  input: UnlockMemberInput;
}>;


export type ResetMemberSecondFactorMutation = { readonly result:
    | { readonly __typename: 'MemberUnlocked' }
    | { readonly __typename: 'UnlockMemberRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { readonly me: { readonly scopes: ReadonlyArray<string>, readonly isOperator: boolean, readonly mustChangePassword: boolean } | null };

export type AnswerPartsFragment = { readonly id: string, readonly conversationId: string, readonly question: string, readonly status: AnswerStatus, readonly understood: unknown, readonly operation: string | null, readonly variables: unknown, readonly totals: unknown, readonly text: string, readonly chart: ChartKind, readonly reason: RefusalReason | null, readonly suggestions: ReadonlyArray<string>, readonly verdict: AnswerVerdict | null, readonly planner: string, readonly milliseconds: number, readonly askedAt: string, readonly chips: ReadonlyArray<{ readonly slot: string, readonly label: string }>, readonly columns: ReadonlyArray<{ readonly name: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: unknown, readonly labels: unknown, readonly values: unknown, readonly previous: unknown, readonly change: unknown, readonly changeRatio: unknown, readonly period: { readonly from: string | null, readonly to: string | null } | null }>, readonly candidates: ReadonlyArray<{ readonly name: string, readonly label: string, readonly description: string, readonly question: string }>, readonly explain: ReadonlyArray<{ readonly metric: string, readonly formula: string, readonly sql: string | null, readonly sources: ReadonlyArray<string>, readonly recordCount: number | null, readonly lag: number | null }> };

export type PastConversationFragment = { readonly id: string, readonly title: string, readonly updatedAt: string };

export type ChatPageQueryVariables = Exact<{ [key: string]: never; }>;


export type ChatPageQuery = { readonly me: { readonly roles: ReadonlyArray<string>, readonly scopes: ReadonlyArray<string>, readonly mustChangePassword: boolean, readonly isOperator: boolean, readonly user: { readonly id: string, readonly name: string, readonly email: string }, readonly company: { readonly id: string, readonly key: string, readonly name: string, readonly currency: string, readonly timeZone: string, readonly asOf: string } | null, readonly companies: ReadonlyArray<{ readonly id: string, readonly key: string, readonly name: string }> } | null, readonly conversations: ReadonlyArray<{ readonly id: string, readonly title: string, readonly updatedAt: string }> | null };

export type ConversationPageQueryVariables = Exact<{
  id: string;
}>;


export type ConversationPageQuery = { readonly me: { readonly roles: ReadonlyArray<string>, readonly scopes: ReadonlyArray<string>, readonly mustChangePassword: boolean, readonly isOperator: boolean, readonly user: { readonly id: string, readonly name: string, readonly email: string }, readonly company: { readonly id: string, readonly key: string, readonly name: string, readonly currency: string, readonly timeZone: string, readonly asOf: string } | null, readonly companies: ReadonlyArray<{ readonly id: string, readonly key: string, readonly name: string }> } | null, readonly conversations: ReadonlyArray<{ readonly id: string, readonly title: string, readonly updatedAt: string }> | null, readonly conversation: { readonly id: string, readonly title: string, readonly answers: ReadonlyArray<{ readonly id: string, readonly conversationId: string, readonly question: string, readonly status: AnswerStatus, readonly understood: unknown, readonly operation: string | null, readonly variables: unknown, readonly totals: unknown, readonly text: string, readonly chart: ChartKind, readonly reason: RefusalReason | null, readonly suggestions: ReadonlyArray<string>, readonly verdict: AnswerVerdict | null, readonly planner: string, readonly milliseconds: number, readonly askedAt: string, readonly chips: ReadonlyArray<{ readonly slot: string, readonly label: string }>, readonly columns: ReadonlyArray<{ readonly name: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: unknown, readonly labels: unknown, readonly values: unknown, readonly previous: unknown, readonly change: unknown, readonly changeRatio: unknown, readonly period: { readonly from: string | null, readonly to: string | null } | null }>, readonly candidates: ReadonlyArray<{ readonly name: string, readonly label: string, readonly description: string, readonly question: string }>, readonly explain: ReadonlyArray<{ readonly metric: string, readonly formula: string, readonly sql: string | null, readonly sources: ReadonlyArray<string>, readonly recordCount: number | null, readonly lag: number | null }> }> } | null };

export type SharedPageQueryVariables = Exact<{
  id: string;
}>;


export type SharedPageQuery = { readonly me: { readonly roles: ReadonlyArray<string>, readonly scopes: ReadonlyArray<string>, readonly mustChangePassword: boolean, readonly isOperator: boolean, readonly user: { readonly id: string, readonly name: string, readonly email: string }, readonly company: { readonly id: string, readonly key: string, readonly name: string, readonly currency: string, readonly timeZone: string, readonly asOf: string } | null, readonly companies: ReadonlyArray<{ readonly id: string, readonly key: string, readonly name: string }> } | null, readonly conversations: ReadonlyArray<{ readonly id: string, readonly title: string, readonly updatedAt: string }> | null, readonly sharedConversation: { readonly title: string, readonly questions: ReadonlyArray<string>, readonly sharedBy: { readonly name: string } | null } | null };

type AnswerEventParts_AnswerFailed_Fragment = { readonly __typename: 'AnswerFailed', readonly answer: { readonly id: string, readonly conversationId: string, readonly question: string, readonly status: AnswerStatus, readonly understood: unknown, readonly operation: string | null, readonly variables: unknown, readonly totals: unknown, readonly text: string, readonly chart: ChartKind, readonly reason: RefusalReason | null, readonly suggestions: ReadonlyArray<string>, readonly verdict: AnswerVerdict | null, readonly planner: string, readonly milliseconds: number, readonly askedAt: string, readonly chips: ReadonlyArray<{ readonly slot: string, readonly label: string }>, readonly columns: ReadonlyArray<{ readonly name: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: unknown, readonly labels: unknown, readonly values: unknown, readonly previous: unknown, readonly change: unknown, readonly changeRatio: unknown, readonly period: { readonly from: string | null, readonly to: string | null } | null }>, readonly candidates: ReadonlyArray<{ readonly name: string, readonly label: string, readonly description: string, readonly question: string }>, readonly explain: ReadonlyArray<{ readonly metric: string, readonly formula: string, readonly sql: string | null, readonly sources: ReadonlyArray<string>, readonly recordCount: number | null, readonly lag: number | null }> } };

type AnswerEventParts_AnswerGiven_Fragment = { readonly __typename: 'AnswerGiven', readonly answer: { readonly id: string, readonly conversationId: string, readonly question: string, readonly status: AnswerStatus, readonly understood: unknown, readonly operation: string | null, readonly variables: unknown, readonly totals: unknown, readonly text: string, readonly chart: ChartKind, readonly reason: RefusalReason | null, readonly suggestions: ReadonlyArray<string>, readonly verdict: AnswerVerdict | null, readonly planner: string, readonly milliseconds: number, readonly askedAt: string, readonly chips: ReadonlyArray<{ readonly slot: string, readonly label: string }>, readonly columns: ReadonlyArray<{ readonly name: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: unknown, readonly labels: unknown, readonly values: unknown, readonly previous: unknown, readonly change: unknown, readonly changeRatio: unknown, readonly period: { readonly from: string | null, readonly to: string | null } | null }>, readonly candidates: ReadonlyArray<{ readonly name: string, readonly label: string, readonly description: string, readonly question: string }>, readonly explain: ReadonlyArray<{ readonly metric: string, readonly formula: string, readonly sql: string | null, readonly sources: ReadonlyArray<string>, readonly recordCount: number | null, readonly lag: number | null }> } };

type AnswerEventParts_AnswerRefused_Fragment = { readonly __typename: 'AnswerRefused', readonly answer: { readonly id: string, readonly conversationId: string, readonly question: string, readonly status: AnswerStatus, readonly understood: unknown, readonly operation: string | null, readonly variables: unknown, readonly totals: unknown, readonly text: string, readonly chart: ChartKind, readonly reason: RefusalReason | null, readonly suggestions: ReadonlyArray<string>, readonly verdict: AnswerVerdict | null, readonly planner: string, readonly milliseconds: number, readonly askedAt: string, readonly chips: ReadonlyArray<{ readonly slot: string, readonly label: string }>, readonly columns: ReadonlyArray<{ readonly name: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: unknown, readonly labels: unknown, readonly values: unknown, readonly previous: unknown, readonly change: unknown, readonly changeRatio: unknown, readonly period: { readonly from: string | null, readonly to: string | null } | null }>, readonly candidates: ReadonlyArray<{ readonly name: string, readonly label: string, readonly description: string, readonly question: string }>, readonly explain: ReadonlyArray<{ readonly metric: string, readonly formula: string, readonly sql: string | null, readonly sources: ReadonlyArray<string>, readonly recordCount: number | null, readonly lag: number | null }> } };

type AnswerEventParts_ChartChosen_Fragment = { readonly __typename: 'ChartChosen', readonly chart: ChartKind };

type AnswerEventParts_ChoiceNeeded_Fragment = { readonly __typename: 'ChoiceNeeded', readonly answer: { readonly id: string, readonly conversationId: string, readonly question: string, readonly status: AnswerStatus, readonly understood: unknown, readonly operation: string | null, readonly variables: unknown, readonly totals: unknown, readonly text: string, readonly chart: ChartKind, readonly reason: RefusalReason | null, readonly suggestions: ReadonlyArray<string>, readonly verdict: AnswerVerdict | null, readonly planner: string, readonly milliseconds: number, readonly askedAt: string, readonly chips: ReadonlyArray<{ readonly slot: string, readonly label: string }>, readonly columns: ReadonlyArray<{ readonly name: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: unknown, readonly labels: unknown, readonly values: unknown, readonly previous: unknown, readonly change: unknown, readonly changeRatio: unknown, readonly period: { readonly from: string | null, readonly to: string | null } | null }>, readonly candidates: ReadonlyArray<{ readonly name: string, readonly label: string, readonly description: string, readonly question: string }>, readonly explain: ReadonlyArray<{ readonly metric: string, readonly formula: string, readonly sql: string | null, readonly sources: ReadonlyArray<string>, readonly recordCount: number | null, readonly lag: number | null }> } };

type AnswerEventParts_FiguresFound_Fragment = { readonly __typename: 'FiguresFound', readonly totals: unknown, readonly columns: ReadonlyArray<{ readonly name: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: unknown, readonly labels: unknown, readonly values: unknown, readonly previous: unknown, readonly change: unknown, readonly changeRatio: unknown, readonly period: { readonly from: string | null, readonly to: string | null } | null }>, readonly explain: ReadonlyArray<{ readonly metric: string, readonly formula: string, readonly sql: string | null, readonly sources: ReadonlyArray<string>, readonly recordCount: number | null, readonly lag: number | null }> };

type AnswerEventParts_NextQuestionsFound_Fragment = { readonly __typename: 'NextQuestionsFound', readonly suggestions: ReadonlyArray<string> };

type AnswerEventParts_OperationPlanned_Fragment = { readonly __typename: 'OperationPlanned', readonly operation: string, readonly variables: unknown };

type AnswerEventParts_QuestionTaken_Fragment = { readonly __typename: 'QuestionTaken', readonly answerId: string, readonly conversationId: string };

type AnswerEventParts_QuestionUnderstood_Fragment = { readonly __typename: 'QuestionUnderstood', readonly understood: unknown, readonly planner: string, readonly chips: ReadonlyArray<{ readonly slot: string, readonly label: string }> };

type AnswerEventParts_WordsWritten_Fragment = { readonly __typename: 'WordsWritten', readonly text: string };

export type AnswerEventPartsFragment =
  | AnswerEventParts_AnswerFailed_Fragment
  | AnswerEventParts_AnswerGiven_Fragment
  | AnswerEventParts_AnswerRefused_Fragment
  | AnswerEventParts_ChartChosen_Fragment
  | AnswerEventParts_ChoiceNeeded_Fragment
  | AnswerEventParts_FiguresFound_Fragment
  | AnswerEventParts_NextQuestionsFound_Fragment
  | AnswerEventParts_OperationPlanned_Fragment
  | AnswerEventParts_QuestionTaken_Fragment
  | AnswerEventParts_QuestionUnderstood_Fragment
  | AnswerEventParts_WordsWritten_Fragment
;

export type AnsweringSubscriptionVariables = Exact<{
  input: AskInput;
}>;


export type AnsweringSubscription = { readonly answer:
    | { readonly __typename: 'AnswerFailed', readonly answer: { readonly id: string, readonly conversationId: string, readonly question: string, readonly status: AnswerStatus, readonly understood: unknown, readonly operation: string | null, readonly variables: unknown, readonly totals: unknown, readonly text: string, readonly chart: ChartKind, readonly reason: RefusalReason | null, readonly suggestions: ReadonlyArray<string>, readonly verdict: AnswerVerdict | null, readonly planner: string, readonly milliseconds: number, readonly askedAt: string, readonly chips: ReadonlyArray<{ readonly slot: string, readonly label: string }>, readonly columns: ReadonlyArray<{ readonly name: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: unknown, readonly labels: unknown, readonly values: unknown, readonly previous: unknown, readonly change: unknown, readonly changeRatio: unknown, readonly period: { readonly from: string | null, readonly to: string | null } | null }>, readonly candidates: ReadonlyArray<{ readonly name: string, readonly label: string, readonly description: string, readonly question: string }>, readonly explain: ReadonlyArray<{ readonly metric: string, readonly formula: string, readonly sql: string | null, readonly sources: ReadonlyArray<string>, readonly recordCount: number | null, readonly lag: number | null }> } }
    | { readonly __typename: 'AnswerGiven', readonly answer: { readonly id: string, readonly conversationId: string, readonly question: string, readonly status: AnswerStatus, readonly understood: unknown, readonly operation: string | null, readonly variables: unknown, readonly totals: unknown, readonly text: string, readonly chart: ChartKind, readonly reason: RefusalReason | null, readonly suggestions: ReadonlyArray<string>, readonly verdict: AnswerVerdict | null, readonly planner: string, readonly milliseconds: number, readonly askedAt: string, readonly chips: ReadonlyArray<{ readonly slot: string, readonly label: string }>, readonly columns: ReadonlyArray<{ readonly name: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: unknown, readonly labels: unknown, readonly values: unknown, readonly previous: unknown, readonly change: unknown, readonly changeRatio: unknown, readonly period: { readonly from: string | null, readonly to: string | null } | null }>, readonly candidates: ReadonlyArray<{ readonly name: string, readonly label: string, readonly description: string, readonly question: string }>, readonly explain: ReadonlyArray<{ readonly metric: string, readonly formula: string, readonly sql: string | null, readonly sources: ReadonlyArray<string>, readonly recordCount: number | null, readonly lag: number | null }> } }
    | { readonly __typename: 'AnswerRefused', readonly answer: { readonly id: string, readonly conversationId: string, readonly question: string, readonly status: AnswerStatus, readonly understood: unknown, readonly operation: string | null, readonly variables: unknown, readonly totals: unknown, readonly text: string, readonly chart: ChartKind, readonly reason: RefusalReason | null, readonly suggestions: ReadonlyArray<string>, readonly verdict: AnswerVerdict | null, readonly planner: string, readonly milliseconds: number, readonly askedAt: string, readonly chips: ReadonlyArray<{ readonly slot: string, readonly label: string }>, readonly columns: ReadonlyArray<{ readonly name: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: unknown, readonly labels: unknown, readonly values: unknown, readonly previous: unknown, readonly change: unknown, readonly changeRatio: unknown, readonly period: { readonly from: string | null, readonly to: string | null } | null }>, readonly candidates: ReadonlyArray<{ readonly name: string, readonly label: string, readonly description: string, readonly question: string }>, readonly explain: ReadonlyArray<{ readonly metric: string, readonly formula: string, readonly sql: string | null, readonly sources: ReadonlyArray<string>, readonly recordCount: number | null, readonly lag: number | null }> } }
    | { readonly __typename: 'ChartChosen', readonly chart: ChartKind }
    | { readonly __typename: 'ChoiceNeeded', readonly answer: { readonly id: string, readonly conversationId: string, readonly question: string, readonly status: AnswerStatus, readonly understood: unknown, readonly operation: string | null, readonly variables: unknown, readonly totals: unknown, readonly text: string, readonly chart: ChartKind, readonly reason: RefusalReason | null, readonly suggestions: ReadonlyArray<string>, readonly verdict: AnswerVerdict | null, readonly planner: string, readonly milliseconds: number, readonly askedAt: string, readonly chips: ReadonlyArray<{ readonly slot: string, readonly label: string }>, readonly columns: ReadonlyArray<{ readonly name: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: unknown, readonly labels: unknown, readonly values: unknown, readonly previous: unknown, readonly change: unknown, readonly changeRatio: unknown, readonly period: { readonly from: string | null, readonly to: string | null } | null }>, readonly candidates: ReadonlyArray<{ readonly name: string, readonly label: string, readonly description: string, readonly question: string }>, readonly explain: ReadonlyArray<{ readonly metric: string, readonly formula: string, readonly sql: string | null, readonly sources: ReadonlyArray<string>, readonly recordCount: number | null, readonly lag: number | null }> } }
    | { readonly __typename: 'FiguresFound', readonly totals: unknown, readonly columns: ReadonlyArray<{ readonly name: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: unknown, readonly labels: unknown, readonly values: unknown, readonly previous: unknown, readonly change: unknown, readonly changeRatio: unknown, readonly period: { readonly from: string | null, readonly to: string | null } | null }>, readonly explain: ReadonlyArray<{ readonly metric: string, readonly formula: string, readonly sql: string | null, readonly sources: ReadonlyArray<string>, readonly recordCount: number | null, readonly lag: number | null }> }
    | { readonly __typename: 'NextQuestionsFound', readonly suggestions: ReadonlyArray<string> }
    | { readonly __typename: 'OperationPlanned', readonly operation: string, readonly variables: unknown }
    | { readonly __typename: 'QuestionTaken', readonly answerId: string, readonly conversationId: string }
    | { readonly __typename: 'QuestionUnderstood', readonly understood: unknown, readonly planner: string, readonly chips: ReadonlyArray<{ readonly slot: string, readonly label: string }> }
    | { readonly __typename: 'WordsWritten', readonly text: string }
   | null };

export type FoundConversationsQueryVariables = Exact<{
  search: string;
}>;


export type FoundConversationsQuery = { readonly conversations: ReadonlyArray<{ readonly id: string, readonly title: string, readonly updatedAt: string }> | null };

export type VerifyAnswerMutationVariables = Exact<{
  input: VerifyAnswerInput;
}>;


export type VerifyAnswerMutation = { readonly verifyAnswer:
    | { readonly __typename: 'AnswerVerified' }
    | { readonly __typename: 'TeachingRefused', readonly message: string }
   | null };

export type DefineTermMutationVariables = Exact<{
  input: DefineTermInput;
}>;


export type DefineTermMutation = { readonly defineTerm:
    | { readonly __typename: 'TeachingRefused', readonly message: string }
    | { readonly __typename: 'TermDefined' }
   | null };

export type ShareConversationMutationVariables = Exact<{
  id: string;
}>;


export type ShareConversationMutation = { readonly shareConversation: { readonly id: string } | null };

export type EndSharingMutationVariables = Exact<{
  id: string;
}>;


export type EndSharingMutation = { readonly endSharing: boolean | null };

export type SplitsQueryVariables = Exact<{ [key: string]: never; }>;


export type SplitsQuery = { readonly metricCatalogue: { readonly metrics: ReadonlyArray<{ readonly name: string, readonly domain: string, readonly dimensions: ReadonlyArray<string> }>, readonly dimensions: ReadonlyArray<{ readonly name: string, readonly domain: string, readonly label: string }> } | null };

export type RenameConversationMutationVariables = Exact<{
  input: RenameConversationInput;
}>;


export type RenameConversationMutation = { readonly renameConversation: { readonly id: string, readonly title: string, readonly updatedAt: string } | null };

export type DeleteConversationMutationVariables = Exact<{
  id: string;
}>;


export type DeleteConversationMutation = { readonly deleteConversation: boolean | null };

export type RefusalQueryVariables = Exact<{ [key: string]: never; }>;


export type RefusalQuery = { readonly me: { readonly roles: ReadonlyArray<string>, readonly scopes: ReadonlyArray<string>, readonly mustChangePassword: boolean, readonly isOperator: boolean, readonly user: { readonly id: string, readonly name: string, readonly email: string }, readonly company: { readonly id: string, readonly key: string, readonly name: string, readonly currency: string, readonly timeZone: string, readonly asOf: string } | null, readonly companies: ReadonlyArray<{ readonly id: string, readonly key: string, readonly name: string }> } | null };

export type ShellFragment = { readonly roles: ReadonlyArray<string>, readonly scopes: ReadonlyArray<string>, readonly mustChangePassword: boolean, readonly isOperator: boolean, readonly user: { readonly id: string, readonly name: string, readonly email: string }, readonly company: { readonly id: string, readonly key: string, readonly name: string, readonly currency: string, readonly timeZone: string, readonly asOf: string } | null, readonly companies: ReadonlyArray<{ readonly id: string, readonly key: string, readonly name: string }> };

export type ExplainQueryVariables = Exact<{
  query: SalesMetricsQuery;
}>;


export type ExplainQuery = { readonly salesMetrics: { readonly rowCount: number, readonly asOf: string, readonly explain: ReadonlyArray<{ readonly metric: string, readonly formula: string, readonly sql: string | null, readonly sources: ReadonlyArray<string>, readonly recordCount: number | null, readonly lag: number | null }> | null, readonly columns: ReadonlyArray<{ readonly metric: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly value: string | null, readonly label: string, readonly id: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null } | null, readonly cells: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }> }>, readonly totals: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null }, readonly comparedTo: { readonly from: string | null, readonly to: string | null } | null } | null };

export type RecordCatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type RecordCatalogueQuery = { readonly metricCatalogue: { readonly metrics: ReadonlyArray<{ readonly domain: string, readonly name: string, readonly dimensions: ReadonlyArray<string>, readonly records: { readonly field: string, readonly state: string | null, readonly sums: string | null, readonly counts: boolean } | null }> } | null };

export type LineRecordsQueryVariables = Exact<{
  where?: ReadonlyArray<SalesCondition> | SalesCondition | null | undefined;
  period?: PeriodInput | null | undefined;
  first: number;
}>;


export type LineRecordsQuery = { readonly orderLines: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly line: number, readonly quantity: string, readonly netAmount: string, readonly grossProfit: string | null, readonly product: { readonly id: string, readonly name: string } | null, readonly order: { readonly id: string, readonly ref: string, readonly customer: { readonly id: string, readonly name: string } | null } | null }> } | null };

export type OrderRecordsQueryVariables = Exact<{
  where?: ReadonlyArray<SalesCondition> | SalesCondition | null | undefined;
  period?: PeriodInput | null | undefined;
  first: number;
}>;


export type OrderRecordsQuery = { readonly orders: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly ref: string, readonly netAmount: string, readonly customer: { readonly id: string, readonly name: string } | null }> } | null };

export type OpportunityRecordsQueryVariables = Exact<{
  where?: ReadonlyArray<SalesCondition> | SalesCondition | null | undefined;
  period?: PeriodInput | null | undefined;
  state?: OpportunityState | null | undefined;
  first: number;
}>;


export type OpportunityRecordsQuery = { readonly opportunities: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly ref: string, readonly amount: string | null, readonly customer: { readonly id: string, readonly name: string } | null }> } | null };

export type CustomerRecordsQueryVariables = Exact<{
  where?: ReadonlyArray<SalesCondition> | SalesCondition | null | undefined;
  period?: PeriodInput | null | undefined;
  first: number;
}>;


export type CustomerRecordsQuery = { readonly customers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly ref: string, readonly name: string }> } | null };

export type TargetRecordsQueryVariables = Exact<{
  where?: ReadonlyArray<SalesCondition> | SalesCondition | null | undefined;
  period?: PeriodInput | null | undefined;
  first: number;
}>;


export type TargetRecordsQuery = { readonly salesTargets: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly startsOn: string, readonly endsOn: string, readonly amount: string, readonly salesPerson: { readonly id: string, readonly name: string } | null, readonly territory: { readonly id: string, readonly name: string } | null }> } | null };

export type LineAmountsQueryVariables = Exact<{
  where?: ReadonlyArray<SalesCondition> | SalesCondition | null | undefined;
  period?: PeriodInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type LineAmountsQuery = { readonly orderLines: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly netAmount: string, readonly grossProfit: string | null, readonly quantity: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type OpportunityAmountsQueryVariables = Exact<{
  where?: ReadonlyArray<SalesCondition> | SalesCondition | null | undefined;
  period?: PeriodInput | null | undefined;
  state?: OpportunityState | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OpportunityAmountsQuery = { readonly opportunities: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly amount: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type FiguresFragment = { readonly rowCount: number, readonly asOf: string, readonly columns: ReadonlyArray<{ readonly metric: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly value: string | null, readonly label: string, readonly id: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null } | null, readonly cells: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }> }>, readonly totals: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null }, readonly comparedTo: { readonly from: string | null, readonly to: string | null } | null };

export type CellFragment = { readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null };

export type SalesPageQueryVariables = Exact<{
  period: PeriodInput;
  compare?: Comparison | null | undefined;
  where?: ReadonlyArray<SalesCondition> | SalesCondition | null | undefined;
  pipelineWhere?: ReadonlyArray<SalesCondition> | SalesCondition | null | undefined;
  quotaWhere?: ReadonlyArray<SalesCondition> | SalesCondition | null | undefined;
  trend: PeriodInput;
  grain: TimeUnit;
  trendCompare?: Comparison | null | undefined;
}>;


export type SalesPageQuery = { readonly me: { readonly roles: ReadonlyArray<string>, readonly scopes: ReadonlyArray<string>, readonly mustChangePassword: boolean, readonly isOperator: boolean, readonly user: { readonly id: string, readonly name: string, readonly email: string }, readonly company: { readonly id: string, readonly key: string, readonly name: string, readonly currency: string, readonly timeZone: string, readonly asOf: string } | null, readonly companies: ReadonlyArray<{ readonly id: string, readonly key: string, readonly name: string }> } | null, readonly headline: { readonly rowCount: number, readonly asOf: string, readonly columns: ReadonlyArray<{ readonly metric: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly value: string | null, readonly label: string, readonly id: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null } | null, readonly cells: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }> }>, readonly totals: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null }, readonly comparedTo: { readonly from: string | null, readonly to: string | null } | null } | null, readonly trend: { readonly rowCount: number, readonly asOf: string, readonly columns: ReadonlyArray<{ readonly metric: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly value: string | null, readonly label: string, readonly id: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null } | null, readonly cells: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }> }>, readonly totals: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null }, readonly comparedTo: { readonly from: string | null, readonly to: string | null } | null } | null, readonly territories: { readonly rowCount: number, readonly asOf: string, readonly columns: ReadonlyArray<{ readonly metric: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly value: string | null, readonly label: string, readonly id: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null } | null, readonly cells: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }> }>, readonly totals: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null }, readonly comparedTo: { readonly from: string | null, readonly to: string | null } | null } | null, readonly categories: { readonly rowCount: number, readonly asOf: string, readonly columns: ReadonlyArray<{ readonly metric: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly value: string | null, readonly label: string, readonly id: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null } | null, readonly cells: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }> }>, readonly totals: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null }, readonly comparedTo: { readonly from: string | null, readonly to: string | null } | null } | null, readonly customers: { readonly rowCount: number, readonly asOf: string, readonly columns: ReadonlyArray<{ readonly metric: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly value: string | null, readonly label: string, readonly id: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null } | null, readonly cells: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }> }>, readonly totals: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null }, readonly comparedTo: { readonly from: string | null, readonly to: string | null } | null } | null, readonly products: { readonly rowCount: number, readonly asOf: string, readonly columns: ReadonlyArray<{ readonly metric: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly value: string | null, readonly label: string, readonly id: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null } | null, readonly cells: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }> }>, readonly totals: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null }, readonly comparedTo: { readonly from: string | null, readonly to: string | null } | null } | null, readonly pipeline: { readonly rowCount: number, readonly asOf: string, readonly columns: ReadonlyArray<{ readonly metric: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly value: string | null, readonly label: string, readonly id: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null } | null, readonly cells: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }> }>, readonly totals: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null }, readonly comparedTo: { readonly from: string | null, readonly to: string | null } | null } | null, readonly sellers: { readonly rowCount: number, readonly asOf: string, readonly columns: ReadonlyArray<{ readonly metric: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly value: string | null, readonly label: string, readonly id: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null } | null, readonly cells: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }> }>, readonly totals: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null }, readonly comparedTo: { readonly from: string | null, readonly to: string | null } | null } | null, readonly territoryMembers: ReadonlyArray<{ readonly value: string | null, readonly label: string }> | null, readonly channelMembers: ReadonlyArray<{ readonly value: string | null, readonly label: string }> | null, readonly categoryMembers: ReadonlyArray<{ readonly value: string | null, readonly label: string }> | null, readonly metricCatalogue: { readonly metrics: ReadonlyArray<{ readonly name: string, readonly dimensions: ReadonlyArray<string> }> } | null };

export type DealsPageQueryVariables = Exact<{
  period: PeriodInput;
  compare?: Comparison | null | undefined;
  where?: ReadonlyArray<SalesCondition> | SalesCondition | null | undefined;
}>;


export type DealsPageQuery = { readonly wonCustomers: { readonly rowCount: number, readonly asOf: string, readonly columns: ReadonlyArray<{ readonly metric: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly value: string | null, readonly label: string, readonly id: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null } | null, readonly cells: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }> }>, readonly totals: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null }, readonly comparedTo: { readonly from: string | null, readonly to: string | null } | null } | null, readonly wonProducts: { readonly rowCount: number, readonly asOf: string, readonly columns: ReadonlyArray<{ readonly metric: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly value: string | null, readonly label: string, readonly id: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null } | null, readonly cells: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }> }>, readonly totals: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null }, readonly comparedTo: { readonly from: string | null, readonly to: string | null } | null } | null, readonly wonSellers: { readonly rowCount: number, readonly asOf: string, readonly columns: ReadonlyArray<{ readonly metric: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly value: string | null, readonly label: string, readonly id: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null } | null, readonly cells: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }> }>, readonly totals: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null }, readonly comparedTo: { readonly from: string | null, readonly to: string | null } | null } | null, readonly industries: { readonly rowCount: number, readonly asOf: string, readonly columns: ReadonlyArray<{ readonly metric: string, readonly label: string, readonly unit: Unit, readonly better: Better, readonly currency: string | null }>, readonly rows: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly value: string | null, readonly label: string, readonly id: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null } | null, readonly cells: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }> }>, readonly totals: ReadonlyArray<{ readonly metric: string, readonly value: string | null, readonly previous: string | null, readonly change: string | null, readonly changeRatio: string | null }>, readonly period: { readonly from: string | null, readonly to: string | null }, readonly comparedTo: { readonly from: string | null, readonly to: string | null } | null } | null };

export type WaysToSignInQueryVariables = Exact<{ [key: string]: never; }>;


export type WaysToSignInQuery = { readonly waysToSignIn: { readonly registration: RegistrationMode } | null };

export type RegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type RegisterMutation = { readonly result:
    | { readonly __typename: 'LinkMailed', readonly email: string }
    | { readonly __typename: 'RegisterRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type FinishRegistrationMutationVariables = Exact<{
  input: FinishRegistrationInput;
}>;


export type FinishRegistrationMutation = { readonly result:
    | { readonly __typename: 'RegisterRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'SignedIn' }
   | null };

export type ChangeEmailMutationVariables = Exact<{
  input: ChangeEmailInput;
}>;


export type ChangeEmailMutation = { readonly result:
    | { readonly __typename: 'ChangeEmailRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'LinkMailed', readonly email: string }
   | null };

export type VerifyEmailMutationVariables = Exact<{
  input: VerifyEmailInput;
}>;


export type VerifyEmailMutation = { readonly result:
    | { readonly __typename: 'ChangeEmailRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'EmailVerified', readonly email: string }
   | null };

export type InvitationForYouQueryVariables = Exact<{
  token: string;
}>;


export type InvitationForYouQuery = { readonly invitation: { readonly companyName: string, readonly email: string, readonly invitedBy: string | null, readonly hasAccount: boolean } | null };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { readonly result:
    | { readonly __typename: 'AcceptInvitationRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'CompanyJoined' }
    | { readonly __typename: 'SignedIn' }
   | null };

export type JoinCompanyMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type JoinCompanyMutation = { readonly result:
    | { readonly __typename: 'AcceptInvitationRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'CompanyJoined', readonly company: { readonly id: string, readonly key: string } }
    | { readonly __typename: 'SignedIn' }
   | null };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { readonly signIn:
    | { readonly __typename: 'SecondFactorAsked', readonly challenge: string }
    | { readonly __typename: 'SignInRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'SignedIn' }
   | null };

export type FinishSignInMutationVariables = Exact<{
  input: FinishSignInInput;
}>;


export type FinishSignInMutation = { readonly finishSignIn:
    | { readonly __typename: 'FinishSignInRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'SignedIn' }
   | null };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { readonly signOut: boolean | null };

export type SwitchCompanyMutationVariables = Exact<{
  input: SwitchCompanyInput;
}>;


export type SwitchCompanyMutation = { readonly switchCompany:
    | { readonly __typename: 'SignedIn' }
    | { readonly __typename: 'SwitchCompanyRefused', readonly message: string }
   | null };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { readonly changePassword:
    | { readonly __typename: 'ChangePasswordRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'PasswordChanged' }
   | null };

export type PasswordQueryVariables = Exact<{ [key: string]: never; }>;


export type PasswordQuery = { readonly me: { readonly mustChangePassword: boolean, readonly user: { readonly email: string } } | null };

export type ProofQueryVariables = Exact<{ [key: string]: never; }>;


export type ProofQuery = { readonly me: { readonly provenUntil: string | null, readonly user: { readonly email: string }, readonly passkeys: ReadonlyArray<{ readonly id: string }>, readonly secondFactor: { readonly confirmedAt: string } | null } | null };

export type ProveIdentityMutationVariables = Exact<{
  input: ProveIdentityInput;
}>;


export type ProveIdentityMutation = { readonly result:
    | { readonly __typename: 'IdentityProven' }
    | { readonly __typename: 'ProveIdentityRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type ForgotPasswordMutationVariables = Exact<{
  input: ForgotPasswordInput;
}>;


export type ForgotPasswordMutation = { readonly forgotPassword: boolean | null };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { readonly result:
    | { readonly __typename: 'PasswordReset', readonly email: string }
    | { readonly __typename: 'ResetPasswordRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type BeginPasskeySignInMutationVariables = Exact<{ [key: string]: never; }>;


export type BeginPasskeySignInMutation = { readonly result: { readonly options: unknown } | null };

export type FinishPasskeySignInMutationVariables = Exact<{
  input: PasskeyAnswerInput;
}>;


export type FinishPasskeySignInMutation = { readonly result:
    | { readonly __typename: 'PasskeySignInRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'SignedIn' }
   | null };

export type ProveIdentityByPasskeyMutationVariables = Exact<{
  input: PasskeyAnswerInput;
}>;


export type ProveIdentityByPasskeyMutation = { readonly result:
    | { readonly __typename: 'IdentityProven' }
    | { readonly __typename: 'ProveIdentityRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type BeginPasskeyMutationVariables = Exact<{ [key: string]: never; }>;


export type BeginPasskeyMutation = { readonly result:
    | { readonly __typename: 'PasskeyBegun', readonly options: unknown }
    | { readonly __typename: 'PasskeyRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type AddPasskeyMutationVariables = Exact<{
  input: AddPasskeyInput;
}>;


export type AddPasskeyMutation = { readonly result:
    | { readonly __typename: 'PasskeyRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'PasskeySaved' }
   | null };

export type RenamePasskeyMutationVariables = Exact<{
  input: RenamePasskeyInput;
}>;


export type RenamePasskeyMutation = { readonly result:
    | { readonly __typename: 'PasskeyRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'PasskeySaved' }
   | null };

export type RemovePasskeyMutationVariables = Exact<{
  input: RemovePasskeyInput;
}>;


export type RemovePasskeyMutation = { readonly result:
    | { readonly __typename: 'PasskeyRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'PasskeyRemoved' }
   | null };

export type SecurityPageQueryVariables = Exact<{ [key: string]: never; }>;


export type SecurityPageQuery = { readonly me: { readonly isEmailVerified: boolean, readonly roles: ReadonlyArray<string>, readonly scopes: ReadonlyArray<string>, readonly mustChangePassword: boolean, readonly isOperator: boolean, readonly passkeys: ReadonlyArray<{ readonly id: string, readonly name: string, readonly isSynced: boolean, readonly createdAt: string, readonly lastUsedAt: string | null }>, readonly secondFactor: { readonly confirmedAt: string, readonly backupCodesLeft: number } | null, readonly sessions: ReadonlyArray<{ readonly id: string, readonly device: string | null, readonly address: string | null, readonly startedAt: string, readonly lastSeenAt: string, readonly isCurrent: boolean }>, readonly user: { readonly id: string, readonly name: string, readonly email: string }, readonly company: { readonly id: string, readonly key: string, readonly name: string, readonly currency: string, readonly timeZone: string, readonly asOf: string } | null, readonly companies: ReadonlyArray<{ readonly id: string, readonly key: string, readonly name: string }> } | null };

export type OwnPasskeyFragment = { readonly id: string, readonly name: string, readonly isSynced: boolean, readonly createdAt: string, readonly lastUsedAt: string | null };

export type OwnSessionFragment = { readonly id: string, readonly device: string | null, readonly address: string | null, readonly startedAt: string, readonly lastSeenAt: string, readonly isCurrent: boolean };

export type BeginSecondFactorMutationVariables = Exact<{ [key: string]: never; }>;


export type BeginSecondFactorMutation = { readonly result:
    | { readonly __typename: 'SecondFactorBegun', readonly secret: string, readonly uri: string }
    | { readonly __typename: 'SecondFactorRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type ConfirmSecondFactorMutationVariables = Exact<{
  input: ConfirmSecondFactorInput;
}>;


export type ConfirmSecondFactorMutation = { readonly result:
    | { readonly __typename: 'BackupCodes', readonly codes: ReadonlyArray<string> }
    | { readonly __typename: 'SecondFactorRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type RenewBackupCodesMutationVariables = Exact<{ [key: string]: never; }>;


export type RenewBackupCodesMutation = { readonly result:
    | { readonly __typename: 'BackupCodes', readonly codes: ReadonlyArray<string> }
    | { readonly __typename: 'SecondFactorRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
   | null };

export type RemoveSecondFactorMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveSecondFactorMutation = { readonly result:
    | { readonly __typename: 'SecondFactorRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'SecondFactorRemoved' }
   | null };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { readonly result:
    | { readonly __typename: 'EndSessionRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'SessionEnded' }
   | null };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { readonly result:
    | { readonly __typename: 'EndSessionRefused', readonly message: string, readonly path: ReadonlyArray<string> | null }
    | { readonly __typename: 'OtherSessionsEnded', readonly count: number }
   | null };

export const InvitationRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InvitationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Invitation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"invitedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<InvitationRowFragment, unknown>;
export const RoleRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoleRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Role"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"isOwn"}},{"kind":"Field","name":{"kind":"Name","value":"memberCount"}}]}}]} as unknown as DocumentNode<RoleRowFragment, unknown>;
export const MemberRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"suspendedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"hasSecondFactor"}}]}}]} as unknown as DocumentNode<MemberRowFragment, unknown>;
export const MemberSessionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberSession"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}}]}}]} as unknown as DocumentNode<MemberSessionFragment, unknown>;
export const PastConversationFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PastConversation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Conversation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<PastConversationFragment, unknown>;
export const AnswerPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnswerParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Answer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"conversationId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"understood"}},{"kind":"Field","name":{"kind":"Name","value":"chips"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"variables"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"better"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"previous"}},{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"changeRatio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totals"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"chart"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"question"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"suggestions"}},{"kind":"Field","name":{"kind":"Name","value":"explain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"sql"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}},{"kind":"Field","name":{"kind":"Name","value":"recordCount"}},{"kind":"Field","name":{"kind":"Name","value":"lag"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"planner"}},{"kind":"Field","name":{"kind":"Name","value":"milliseconds"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}}]}}]} as unknown as DocumentNode<AnswerPartsFragment, unknown>;
export const AnswerEventPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnswerEventParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"QuestionTaken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answerId"}},{"kind":"Field","name":{"kind":"Name","value":"conversationId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"QuestionUnderstood"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chips"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"understood"}},{"kind":"Field","name":{"kind":"Name","value":"planner"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OperationPlanned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"variables"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FiguresFound"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"better"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"previous"}},{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"changeRatio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totals"}},{"kind":"Field","name":{"kind":"Name","value":"explain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"sql"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}},{"kind":"Field","name":{"kind":"Name","value":"recordCount"}},{"kind":"Field","name":{"kind":"Name","value":"lag"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WordsWritten"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChartChosen"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chart"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NextQuestionsFound"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suggestions"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerGiven"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnswerParts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChoiceNeeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnswerParts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnswerParts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerFailed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnswerParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnswerParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Answer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"conversationId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"understood"}},{"kind":"Field","name":{"kind":"Name","value":"chips"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"variables"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"better"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"previous"}},{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"changeRatio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totals"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"chart"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"question"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"suggestions"}},{"kind":"Field","name":{"kind":"Name","value":"explain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"sql"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}},{"kind":"Field","name":{"kind":"Name","value":"recordCount"}},{"kind":"Field","name":{"kind":"Name","value":"lag"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"planner"}},{"kind":"Field","name":{"kind":"Name","value":"milliseconds"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}}]}}]} as unknown as DocumentNode<AnswerEventPartsFragment, unknown>;
export const ShellFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Shell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Me"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"isOperator"}}]}}]} as unknown as DocumentNode<ShellFragment, unknown>;
export const CellFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricCell"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"previous"}},{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"changeRatio"}}]}}]} as unknown as DocumentNode<CellFragment, unknown>;
export const FiguresFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricTable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"better"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cell"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cell"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rowCount"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"comparedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricCell"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"previous"}},{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"changeRatio"}}]}}]} as unknown as DocumentNode<FiguresFragment, unknown>;
export const OwnPasskeyFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OwnPasskey"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Passkey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isSynced"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]} as unknown as DocumentNode<OwnPasskeyFragment, unknown>;
export const OwnSessionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OwnSession"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}}]}}]} as unknown as DocumentNode<OwnSessionFragment, unknown>;
export const InvitationsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InvitationsPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Shell"}}]}},{"kind":"Field","name":{"kind":"Name","value":"invitations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InvitationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InvitationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Invitation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"invitedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Shell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Me"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"isOperator"}}]}}]} as unknown as DocumentNode<InvitationsPageQuery, InvitationsPageQueryVariables>;
export const InviteMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InviteMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"inviteMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvitationSaved"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<InviteMemberMutation, InviteMemberMutationVariables>;
export const ResendInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResendInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OneInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"resendInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ResendInvitationMutation, ResendInvitationMutationVariables>;
export const RevokeInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OneInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"revokeInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
export const OutboxPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OutboxPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Shell"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"fault"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Shell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Me"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"isOperator"}}]}}]} as unknown as DocumentNode<OutboxPageQuery, OutboxPageQueryVariables>;
export const RolesPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RolesPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Shell"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RoleRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scopes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"isReserved"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoleRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Role"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"isOwn"}},{"kind":"Field","name":{"kind":"Name","value":"memberCount"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Shell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Me"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"isOperator"}}]}}]} as unknown as DocumentNode<RolesPageQuery, RolesPageQueryVariables>;
export const CreateRoleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateRole"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateRoleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"createRole"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RoleSaved"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateRoleMutation, CreateRoleMutationVariables>;
export const ChangeRoleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeRole"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeRoleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"changeRole"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RoleSaved"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeRoleMutation, ChangeRoleMutationVariables>;
export const RemoveRoleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveRole"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveRoleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"removeRole"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RoleRemoved"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"memberCount"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RemoveRoleMutation, RemoveRoleMutationVariables>;
export const UsersPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UsersPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"role"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"suspended"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Shell"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"role"},"value":{"kind":"Variable","name":{"kind":"Name","value":"role"}}},{"kind":"Argument","name":{"kind":"Name","value":"suspended"},"value":{"kind":"Variable","name":{"kind":"Name","value":"suspended"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"suspendedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"hasSecondFactor"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Shell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Me"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"isOperator"}}]}}]} as unknown as DocumentNode<UsersPageQuery, UsersPageQueryVariables>;
export const MemberSessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MemberSessions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberSession"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberSession"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}}]}}]} as unknown as DocumentNode<MemberSessionsQuery, MemberSessionsQueryVariables>;
export const SetMemberRolesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetMemberRoles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetMemberRolesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"setMemberRoles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SetMemberRolesMutation, SetMemberRolesMutationVariables>;
export const EndMemberSessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndMemberSessions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndMemberSessionsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"endMemberSessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MemberSessionsEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<EndMemberSessionsMutation, EndMemberSessionsMutationVariables>;
export const SuspendMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SuspendMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SuspendMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"suspendMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SuspendMemberMutation, SuspendMemberMutationVariables>;
export const RestoreMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestoreMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestoreMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"restoreMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RestoreMemberMutation, RestoreMemberMutationVariables>;
export const UnlockMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnlockMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnlockMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"unlockMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<UnlockMemberMutation, UnlockMemberMutationVariables>;
export const ResetMemberSecondFactorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetMemberSecondFactor"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnlockMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"resetMemberSecondFactor"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ResetMemberSecondFactorMutation, ResetMemberSecondFactorMutationVariables>;
export const HomeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Home"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"isOperator"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}}]}}]}}]} as unknown as DocumentNode<HomeQuery, HomeQueryVariables>;
export const ChatPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChatPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Shell"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conversations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PastConversation"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PastConversation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Conversation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Shell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Me"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"isOperator"}}]}}]} as unknown as DocumentNode<ChatPageQuery, ChatPageQueryVariables>;
export const ConversationPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConversationPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Shell"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conversations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PastConversation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conversation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnswerParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnswerParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Answer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"conversationId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"understood"}},{"kind":"Field","name":{"kind":"Name","value":"chips"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"variables"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"better"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"previous"}},{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"changeRatio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totals"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"chart"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"question"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"suggestions"}},{"kind":"Field","name":{"kind":"Name","value":"explain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"sql"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}},{"kind":"Field","name":{"kind":"Name","value":"recordCount"}},{"kind":"Field","name":{"kind":"Name","value":"lag"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"planner"}},{"kind":"Field","name":{"kind":"Name","value":"milliseconds"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PastConversation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Conversation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Shell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Me"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"isOperator"}}]}}]} as unknown as DocumentNode<ConversationPageQuery, ConversationPageQueryVariables>;
export const SharedPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SharedPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Shell"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conversations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PastConversation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sharedConversation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"questions"}},{"kind":"Field","name":{"kind":"Name","value":"sharedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PastConversation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Conversation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Shell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Me"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"isOperator"}}]}}]} as unknown as DocumentNode<SharedPageQuery, SharedPageQueryVariables>;
export const AnsweringDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Answering"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnswerEventParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnswerParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Answer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"conversationId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"understood"}},{"kind":"Field","name":{"kind":"Name","value":"chips"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"variables"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"better"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"previous"}},{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"changeRatio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totals"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"chart"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"question"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"suggestions"}},{"kind":"Field","name":{"kind":"Name","value":"explain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"sql"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}},{"kind":"Field","name":{"kind":"Name","value":"recordCount"}},{"kind":"Field","name":{"kind":"Name","value":"lag"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"planner"}},{"kind":"Field","name":{"kind":"Name","value":"milliseconds"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnswerEventParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"QuestionTaken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answerId"}},{"kind":"Field","name":{"kind":"Name","value":"conversationId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"QuestionUnderstood"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chips"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"understood"}},{"kind":"Field","name":{"kind":"Name","value":"planner"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OperationPlanned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"variables"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FiguresFound"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"better"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"previous"}},{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"changeRatio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totals"}},{"kind":"Field","name":{"kind":"Name","value":"explain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"sql"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}},{"kind":"Field","name":{"kind":"Name","value":"recordCount"}},{"kind":"Field","name":{"kind":"Name","value":"lag"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WordsWritten"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChartChosen"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chart"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NextQuestionsFound"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suggestions"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerGiven"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnswerParts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChoiceNeeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnswerParts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnswerParts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerFailed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnswerParts"}}]}}]}}]}}]} as unknown as DocumentNode<AnsweringSubscription, AnsweringSubscriptionVariables>;
export const FoundConversationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FoundConversations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conversations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PastConversation"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PastConversation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Conversation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<FoundConversationsQuery, FoundConversationsQueryVariables>;
export const VerifyAnswerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifyAnswer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VerifyAnswerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyAnswer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TeachingRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<VerifyAnswerMutation, VerifyAnswerMutationVariables>;
export const DefineTermDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DefineTerm"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DefineTermInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"defineTerm"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TeachingRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<DefineTermMutation, DefineTermMutationVariables>;
export const ShareConversationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ShareConversation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shareConversation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ShareConversationMutation, ShareConversationMutationVariables>;
export const EndSharingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndSharing"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endSharing"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}]}}]} as unknown as DocumentNode<EndSharingMutation, EndSharingMutationVariables>;
export const SplitsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Splits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metricCatalogue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"domain"}},{"kind":"Field","name":{"kind":"Name","value":"dimensions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dimensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"domain"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}}]} as unknown as DocumentNode<SplitsQuery, SplitsQueryVariables>;
export const RenameConversationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenameConversation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenameConversationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renameConversation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PastConversation"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PastConversation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Conversation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<RenameConversationMutation, RenameConversationMutationVariables>;
export const DeleteConversationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteConversation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteConversation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}]}}]} as unknown as DocumentNode<DeleteConversationMutation, DeleteConversationMutationVariables>;
export const RefusalDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Shell"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Shell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Me"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"isOperator"}}]}}]} as unknown as DocumentNode<RefusalQuery, RefusalQueryVariables>;
export const ExplainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Explain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SalesMetricsQuery"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"salesMetrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}},{"kind":"Field","name":{"kind":"Name","value":"explain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"sql"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}},{"kind":"Field","name":{"kind":"Name","value":"recordCount"}},{"kind":"Field","name":{"kind":"Name","value":"lag"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricTable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"better"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cell"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cell"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rowCount"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"comparedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricCell"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"previous"}},{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"changeRatio"}}]}}]} as unknown as DocumentNode<ExplainQuery, ExplainQueryVariables>;
export const RecordCatalogueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecordCatalogue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metricCatalogue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"domain"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dimensions"}},{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"sums"}},{"kind":"Field","name":{"kind":"Name","value":"counts"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RecordCatalogueQuery, RecordCatalogueQueryVariables>;
export const LineRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LineRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SalesCondition"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderLines"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"NET_AMOUNT_DESC"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"netAmount"}},{"kind":"Field","name":{"kind":"Name","value":"grossProfit"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<LineRecordsQuery, LineRecordsQueryVariables>;
export const OrderRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SalesCondition"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"NET_AMOUNT_DESC"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"netAmount"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OrderRecordsQuery, OrderRecordsQueryVariables>;
export const OpportunityRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpportunityRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SalesCondition"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OpportunityState"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"opportunities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OpportunityRecordsQuery, OpportunityRecordsQueryVariables>;
export const CustomerRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CustomerRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SalesCondition"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<CustomerRecordsQuery, CustomerRecordsQueryVariables>;
export const TargetRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TargetRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SalesCondition"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"salesTargets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"salesPerson"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TargetRecordsQuery, TargetRecordsQueryVariables>;
export const LineAmountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LineAmounts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SalesCondition"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderLines"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"netAmount"}},{"kind":"Field","name":{"kind":"Name","value":"grossProfit"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<LineAmountsQuery, LineAmountsQueryVariables>;
export const OpportunityAmountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpportunityAmounts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SalesCondition"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OpportunityState"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"opportunities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<OpportunityAmountsQuery, OpportunityAmountsQueryVariables>;
export const SalesPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SalesPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"compare"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Comparison"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SalesCondition"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"pipelineWhere"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SalesCondition"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"quotaWhere"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SalesCondition"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"trend"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"grain"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TimeUnit"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"trendCompare"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Comparison"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Shell"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"headline"},"name":{"kind":"Name","value":"salesMetrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metrics"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"NET_REVENUE"},{"kind":"EnumValue","value":"GROSS_MARGIN"},{"kind":"EnumValue","value":"ORDERS"},{"kind":"EnumValue","value":"AVERAGE_ORDER_VALUE"},{"kind":"EnumValue","value":"QUOTA_ATTAINMENT"},{"kind":"EnumValue","value":"PIPELINE"},{"kind":"EnumValue","value":"WON_AMOUNT"},{"kind":"EnumValue","value":"WIN_RATE"},{"kind":"EnumValue","value":"OPEN_OPPORTUNITIES"},{"kind":"EnumValue","value":"OPPORTUNITIES_WON"},{"kind":"EnumValue","value":"AVERAGE_DEAL_SIZE"},{"kind":"EnumValue","value":"SALES_CYCLE_DAYS"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"trend"},"name":{"kind":"Name","value":"salesMetrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metrics"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"NET_REVENUE"},{"kind":"EnumValue","value":"WON_AMOUNT"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"trend"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"grain"},"value":{"kind":"Variable","name":{"kind":"Name","value":"grain"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"trendCompare"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"territories"},"name":{"kind":"Name","value":"salesMetrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metrics"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"NET_REVENUE"},{"kind":"EnumValue","value":"WON_AMOUNT"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TERRITORY"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"categories"},"name":{"kind":"Name","value":"salesMetrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metrics"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"NET_REVENUE"},{"kind":"EnumValue","value":"WON_AMOUNT"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"CATEGORY"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"customers"},"name":{"kind":"Name","value":"salesMetrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metrics"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"NET_REVENUE"},{"kind":"EnumValue","value":"ORDERS"},{"kind":"EnumValue","value":"GROSS_MARGIN"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"CUSTOMER"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"EnumValue","value":"NET_REVENUE"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"products"},"name":{"kind":"Name","value":"salesMetrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metrics"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"NET_REVENUE"},{"kind":"EnumValue","value":"UNITS_SOLD"},{"kind":"EnumValue","value":"GROSS_MARGIN"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"PRODUCT"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"EnumValue","value":"NET_REVENUE"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"pipeline"},"name":{"kind":"Name","value":"salesMetrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metrics"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"PIPELINE"},{"kind":"EnumValue","value":"OPEN_OPPORTUNITIES"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"STAGE"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"pipelineWhere"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"sellers"},"name":{"kind":"Name","value":"salesMetrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metrics"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"QUOTA_ATTAINMENT"},{"kind":"EnumValue","value":"NET_REVENUE"},{"kind":"EnumValue","value":"QUOTA"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"SALES_PERSON"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"quotaWhere"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"having"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"EnumValue","value":"QUOTA"}},{"kind":"ObjectField","name":{"kind":"Name","value":"over"},"value":{"kind":"StringValue","value":"0","block":false}}]}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"EnumValue","value":"NET_REVENUE"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"24"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"territoryMembers"},"name":{"kind":"Name","value":"salesMembers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"dimension"},"value":{"kind":"EnumValue","value":"TERRITORY"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"channelMembers"},"name":{"kind":"Name","value":"salesMembers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"dimension"},"value":{"kind":"EnumValue","value":"CHANNEL"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"categoryMembers"},"name":{"kind":"Name","value":"salesMembers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"dimension"},"value":{"kind":"EnumValue","value":"CATEGORY"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metricCatalogue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dimensions"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Shell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Me"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"isOperator"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricTable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"better"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cell"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cell"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rowCount"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"comparedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricCell"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"previous"}},{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"changeRatio"}}]}}]} as unknown as DocumentNode<SalesPageQuery, SalesPageQueryVariables>;
export const DealsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DealsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"compare"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Comparison"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SalesCondition"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"wonCustomers"},"name":{"kind":"Name","value":"salesMetrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metrics"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"WON_AMOUNT"},{"kind":"EnumValue","value":"OPPORTUNITIES_WON"},{"kind":"EnumValue","value":"WIN_RATE"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"CUSTOMER"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"EnumValue","value":"WON_AMOUNT"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"wonProducts"},"name":{"kind":"Name","value":"salesMetrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metrics"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"WON_AMOUNT"},{"kind":"EnumValue","value":"OPPORTUNITIES_WON"},{"kind":"EnumValue","value":"WIN_RATE"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"PRODUCT"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"EnumValue","value":"WON_AMOUNT"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"wonSellers"},"name":{"kind":"Name","value":"salesMetrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metrics"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"WON_AMOUNT"},{"kind":"EnumValue","value":"OPPORTUNITIES_WON"},{"kind":"EnumValue","value":"WIN_RATE"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"SALES_PERSON"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"EnumValue","value":"WON_AMOUNT"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"12"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"industries"},"name":{"kind":"Name","value":"salesMetrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metrics"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"WON_AMOUNT"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"INDUSTRY"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricTable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"better"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cell"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cell"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rowCount"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"comparedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricCell"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"previous"}},{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"changeRatio"}}]}}]} as unknown as DocumentNode<DealsPageQuery, DealsPageQueryVariables>;
export const WaysToSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WaysToSignIn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"waysToSignIn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registration"}}]}}]}}]} as unknown as DocumentNode<WaysToSignInQuery, WaysToSignInQueryVariables>;
export const RegisterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Register"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"register"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LinkMailed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterMutation, RegisterMutationVariables>;
export const FinishRegistrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FinishRegistration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FinishRegistrationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"finishRegistration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<FinishRegistrationMutation, FinishRegistrationMutationVariables>;
export const ChangeEmailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeEmail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeEmailInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"changeEmail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LinkMailed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeEmailMutation, ChangeEmailMutationVariables>;
export const VerifyEmailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifyEmail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VerifyEmailInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"verifyEmail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmailVerified"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<VerifyEmailMutation, VerifyEmailMutationVariables>;
export const InvitationForYouDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InvitationForYou"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"token"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"token"},"value":{"kind":"Variable","name":{"kind":"Name","value":"token"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"invitedBy"}},{"kind":"Field","name":{"kind":"Name","value":"hasAccount"}}]}}]}}]} as unknown as DocumentNode<InvitationForYouQuery, InvitationForYouQueryVariables>;
export const AcceptInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"acceptInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const JoinCompanyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"JoinCompany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"acceptInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CompanyJoined"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<JoinCompanyMutation, JoinCompanyMutationVariables>;
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecondFactorAsked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"challenge"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const FinishSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FinishSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FinishSignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"finishSignIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FinishSignInRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<FinishSignInMutation, FinishSignInMutationVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const SwitchCompanyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SwitchCompany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SwitchCompanyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"switchCompany"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SwitchCompanyRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SwitchCompanyMutation, SwitchCompanyMutationVariables>;
export const ChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const PasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Password"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}}]}}]}}]} as unknown as DocumentNode<PasswordQuery, PasswordQueryVariables>;
export const ProofDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Proof"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provenUntil"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmedAt"}}]}}]}}]}}]} as unknown as DocumentNode<ProofQuery, ProofQueryVariables>;
export const ProveIdentityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProveIdentity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProveIdentityInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"proveIdentity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ProveIdentityMutation, ProveIdentityMutationVariables>;
export const ForgotPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ForgotPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ForgotPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forgotPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<ForgotPasswordMutation, ForgotPasswordMutationVariables>;
export const ResetPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResetPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"resetPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordReset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const BeginPasskeySignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BeginPasskeySignIn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"beginPasskeySignIn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"options"}}]}}]}}]} as unknown as DocumentNode<BeginPasskeySignInMutation, BeginPasskeySignInMutationVariables>;
export const FinishPasskeySignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FinishPasskeySignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasskeyAnswerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"finishPasskeySignIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<FinishPasskeySignInMutation, FinishPasskeySignInMutationVariables>;
export const ProveIdentityByPasskeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProveIdentityByPasskey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasskeyAnswerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"proveIdentityByPasskey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ProveIdentityByPasskeyMutation, ProveIdentityByPasskeyMutationVariables>;
export const BeginPasskeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BeginPasskey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"beginPasskey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasskeyBegun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"options"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<BeginPasskeyMutation, BeginPasskeyMutationVariables>;
export const AddPasskeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddPasskey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddPasskeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"addPasskey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AddPasskeyMutation, AddPasskeyMutationVariables>;
export const RenamePasskeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenamePasskey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenamePasskeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"renamePasskey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RenamePasskeyMutation, RenamePasskeyMutationVariables>;
export const RemovePasskeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemovePasskey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemovePasskeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"removePasskey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RemovePasskeyMutation, RemovePasskeyMutationVariables>;
export const SecurityPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SecurityPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Shell"}},{"kind":"Field","name":{"kind":"Name","value":"isEmailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OwnPasskey"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmedAt"}},{"kind":"Field","name":{"kind":"Name","value":"backupCodesLeft"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OwnSession"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Shell"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Me"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"isOperator"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OwnPasskey"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Passkey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isSynced"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OwnSession"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}}]}}]} as unknown as DocumentNode<SecurityPageQuery, SecurityPageQueryVariables>;
export const BeginSecondFactorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BeginSecondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"beginSecondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecondFactorBegun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"uri"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<BeginSecondFactorMutation, BeginSecondFactorMutationVariables>;
export const ConfirmSecondFactorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmSecondFactor"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmSecondFactorInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"confirmSecondFactor"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BackupCodes"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"codes"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ConfirmSecondFactorMutation, ConfirmSecondFactorMutationVariables>;
export const RenewBackupCodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenewBackupCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"renewBackupCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BackupCodes"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"codes"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RenewBackupCodesMutation, RenewBackupCodesMutationVariables>;
export const RemoveSecondFactorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveSecondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"removeSecondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RemoveSecondFactorMutation, RemoveSecondFactorMutationVariables>;
export const EndSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"endSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndOtherSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"endOtherSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OtherSessionsEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;