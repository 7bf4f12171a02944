import { graphql } from '../gql/gql.ts'

export const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SecondFactorAsked {
        challenge
      }
      ... on SignInRefused {
        message
        path
      }
    }
  }
`)

export const FinishSignIn = graphql(`
  mutation FinishSignIn($input: FinishSignInInput!) {
    finishSignIn(input: $input) {
      __typename
      ... on FinishSignInRefused {
        message
        path
      }
    }
  }
`)

export const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`)

export const SwitchCompany = graphql(`
  mutation SwitchCompany($input: SwitchCompanyInput!) {
    switchCompany(input: $input) {
      __typename
      ... on SwitchCompanyRefused {
        message
      }
    }
  }
`)

export const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      __typename
      ... on ChangePasswordRefused {
        message
        path
      }
    }
  }
`)

export const Password = graphql(`
  query Password {
    me {
      user {
        email
      }
      mustChangePassword
    }
  }
`)

export const Proof = graphql(`
  query Proof {
    me {
      user {
        email
      }
      provenUntil
      passkeys {
        id
      }
      secondFactor {
        confirmedAt
      }
    }
  }
`)

export const ProveIdentity = graphql(`
  mutation ProveIdentity($input: ProveIdentityInput!) {
    result: proveIdentity(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const ForgotPassword = graphql(`
  mutation ForgotPassword($input: ForgotPasswordInput!) {
    forgotPassword(input: $input)
  }
`)

export const ResetPassword = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    result: resetPassword(input: $input) {
      __typename
      ... on PasswordReset {
        email
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)
