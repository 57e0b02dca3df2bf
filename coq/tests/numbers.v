(** What [numbers] proves, what it refuses, and which axioms its proofs rest on. *)
From Coq Require Import Reals.
From Gradus Require Import Gradus Numbers.
Open Scope R_scope.

(** Rational numbers are computed exactly. *)
Goal 1 / 3 + 1 / 3 + 1 / 3 <= 1. numbers. Qed.
Goal 1 / 3 + 1 / 3 + 1 / 3 = 1. numbers. Qed.
Goal 3333 / 10000 < 1 / 3. numbers. Qed.
Goal - (2) < - (1 / 2) * / 3. numbers. Qed.
Goal Pow (1 / 2) 7 * Pow (1 / 2) 3 < Pow (7 / 10) 7 * Pow (3 / 10) 3. numbers. Qed.
Goal Pow (1 / 2) (3 + 4) = 1 / 128. numbers. Qed.
Goal Pow 2 (- (3)) = 1 / 8. numbers. Qed.
Goal (2 / 3) ^ 5 > 13 / 100. numbers. Qed.
Goal Rabs (1 / 3 - 1 / 2) <= 1 / 6. numbers. Qed.
Goal Rmax (1 / 3) (2 / 7) >= 1 / 3. numbers. Qed.
Goal Rmin 2 (- (5)) < 0. numbers. Qed.
Goal 1 / 3 <> 33 / 100. numbers. Qed.
Goal ~ (1 <= 99 / 100). numbers. Qed.
Goal 0 <= 1 /\ 1 <= 1. numbers. Qed.

(** Exponentials and logarithms. *)
Goal Rabs ((- (ln (1 / 5))) - (8047 / 5000)) <= (1 / 20000). numbers. Qed.
Goal 0 < 1 + exp (- (0)). numbers. Qed.
Goal 0 < exp 0 + exp (ln 3). numbers. Qed.
Goal ln (17 / 20) < 0. numbers. Qed.
Goal ln 1 <= 0. numbers. Qed.
Goal exp 0 <= 1. numbers. Qed.
Goal 27182818284 / 10000000000 < exp 1 < 27182818285 / 10000000000. numbers. Qed.
Goal ln 2 < 693147180559945309417232121459 / 10 ^ 30. numbers. Qed.
Goal ln 2 > 693147180559945309417232121458 / 10 ^ 30. numbers. Qed.
Goal exp (- (100)) < 1 / 10 ^ 43. numbers. Qed.
Goal exp 20 > 485165195. numbers. Qed.
Goal 0 < exp (- (200)). numbers. Qed.
Goal Rabs (exp (ln 3) - 3) < 1 / 10 ^ 30. numbers. Qed.
Goal ln (exp 3 + exp 1) < 313 / 100. numbers. Qed.
Goal Pow 2 (1 / 2) < 141422 / 100000. numbers. Qed.
Goal - (1 / 2) * ln (1 / 2) - 1 / 2 * ln (1 / 2) <= 694 / 1000. numbers. Qed.

(** Roots, pi, and the functions made of these. *)
Goal sqrt 2 * sqrt 3 < 245 / 100. numbers. Qed.
Goal sqrt 4 <= 2. numbers. Qed.
Goal 2 < PI. numbers. Qed.
Goal Rabs (PI - 31415926535897932384626433832795 / 10 ^ 31) < 1 / 10 ^ 30. numbers. Qed.
Goal 1 / sqrt (2 * PI) * exp (- (1 / 2)) < 242 / 1000. numbers. Qed.
Goal sigmoid 3 < 953 / 1000. numbers. Qed.
Goal softplus 0 > 693 / 1000. numbers. Qed.
Goal relu (- (1)) < tanh (1 / 2). numbers. Qed.
Goal log2 10 < 33220 / 10000. numbers. Qed.
Goal log10 2 > 30102 / 100000. numbers. Qed.
Goal Rmax (ln 2) (exp (- (1))) <> 1 / 2. numbers. Qed.

(** It proves what has a hypothesis of any kind around it, and uses none. *)
Goal forall x : R, x < 0 -> 0 < ln 2. intros x H. numbers. Qed.

(** False comparisons. *)
Goal 1 / 3 < 3333 / 10000. Fail numbers. Abort.
Goal 1 < 1. Fail numbers. Abort.
Goal 0 < ln (17 / 20). Fail numbers. Abort.
Goal ln 2 < 693147180559945309417232121458 / 10 ^ 30. Fail numbers. Abort.
Goal PI <= 31415926535 / 10000000000. Fail numbers. Abort.
Goal exp 0 < 1. Fail numbers. Abort.
Goal sqrt 2 = 141421 / 100000. Fail numbers. Abort.

(** What has no value (ln 0, 1/0), or what intervals cannot decide: equal ends. *)
Goal ln 0 <= 0. Fail numbers. Abort.
Goal 1 / 0 <= 1. Fail numbers. Abort.
Goal exp (ln 3) <= 3. Fail numbers. Abort.

(** What is not a comparison of numbers without variables. *)
Goal forall x : R, x < x + 1. intros x. Fail numbers. Abort.
Goal forall x : R, 0 < exp x. intros x. Fail numbers. Abort.
Goal (1 < 2)%nat. Fail numbers. Abort.
Goal sin 1 < 2. Fail numbers. Abort.
Goal True. Fail numbers. Abort.

Lemma example : Rabs (- ln (1 / 5) - 8047 / 5000) <= 1 / 20000 /\ 2 < PI.
Proof. numbers. Qed.
Print Assumptions example.
