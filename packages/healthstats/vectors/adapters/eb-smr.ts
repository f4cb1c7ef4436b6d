import { empiricalBayesClaytonKaldor } from "../../src/empirical-bayes-clayton-kaldor.ts";
import { empiricalBayesMarshall } from "../../src/empirical-bayes-marshall.ts";
import { empiricalBayesMaximumLikelihood } from "../../src/empirical-bayes-maximum-likelihood.ts";
import { type Adapter, numbers } from "../adapter.ts";

export const ebSmrAdapter: Adapter = (inputs, params) => {
  const observed = numbers(inputs.observed);
  const expected = numbers(inputs.expected);
  if (params.method === "gamma_ml") {
    const fit = empiricalBayesMaximumLikelihood(observed, expected);
    return {
      m: fit.mean,
      nu: fit.shape,
      alpha: fit.rate,
      eb_smr: fit.ratios,
      log_likelihood: fit.logLikelihood,
    };
  }
  const fit =
    params.method === "gamma_clayton_kaldor"
      ? empiricalBayesClaytonKaldor(observed, expected)
      : empiricalBayesMarshall(observed, expected);
  return { m: fit.mean, A: fit.variance, nu: fit.shape, alpha: fit.rate, eb_smr: fit.ratios };
};
