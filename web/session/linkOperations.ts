import { graphql } from '../gql/gql.ts'

export const WaysToSignIn = graphql(`
  query WaysToSignIn {
    waysToSignIn {
      registration
    }
  }
`)

export const Register = graphql(`
  mutation Register($input: RegisterInput!) {
    result: register(input: $input) {
      __typename
      ... on LinkMailed {
        email
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const FinishRegistration = graphql(`
  mutation FinishRegistration($input: FinishRegistrationInput!) {
    result: finishRegistration(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const ChangeEmail = graphql(`
  mutation ChangeEmail($input: ChangeEmailInput!) {
    result: changeEmail(input: $input) {
      __typename
      ... on LinkMailed {
        email
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const VerifyEmail = graphql(`
  mutation VerifyEmail($input: VerifyEmailInput!) {
    result: verifyEmail(input: $input) {
      __typename
      ... on EmailVerified {
        email
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const InvitationForYou = graphql(`
  query InvitationForYou($token: String!) {
    invitation(token: $token) {
      companyName
      email
      invitedBy
      hasAccount
    }
  }
`)

/** For whoever has no account yet, and so may not read companies. */
export const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    result: acceptInvitation(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const JoinCompany = graphql(`
  mutation JoinCompany($input: AcceptInvitationInput!) {
    result: acceptInvitation(input: $input) {
      __typename
      ... on CompanyJoined {
        company {
          id
          key
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)
