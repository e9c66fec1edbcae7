/** What one word of a column's name hints at. */
export type Sense =
  | 'target'
  | 'label'
  | 'prediction'
  | 'probability'
  | 'confidence'
  | 'score'
  | 'logit'
  | 'margin'
  | 'error'
  | 'residual'
  | 'absolute'
  | 'relative'
  | 'derived'
  | 'lower'
  | 'upper'
  | 'quantile'
  | 'variance'
  | 'sigma'
  | 'weight'
  | 'id'
  | 'index'
  | 'split'
  | 'model'
  | 'group'
  | 'epoch'
  | 'step'
  | 'date'
  | 'time'
  | 'metric'
  | 'phase'
  | 'bound'
  | 'summary'
  | 'filler';

/** 3: says so outright. 2: the usual word for it. 1: often something else. */
export type Strength = 1 | 2 | 3;

export interface Meaning {
  readonly sense: Sense;
  readonly strength: Strength;
}

/** Words by meaning and strength, in the languages that real files were seen in and their neighbours. */
const vocabulary: readonly (readonly [Sense, Strength, string])[] = [
  ['target', 3, 'ytrue truth true groundtruth gt actual actuals gold observed measured istwert'],
  ['target', 3, 'tatsaechlich tatsachlich wahr wahrheit gemessen beobachtet verdadeiro verdadeira'],
  [
    'target',
    3,
    'verdadero verdadera observado observada medido medida reel reelle observe observee',
  ],
  ['target', 3, 'mesure mesuree vrai vraie vero vera reale osservato osservata misurato werkelijk'],
  [
    'target',
    3,
    'faktisk gercek rzeczywiste rzeczywista факт фактическое истинное 真实值 真值 实际值',
  ],
  ['target', 3, '真实 实际 真实标签 正解 実測値 実測 실제값 실제 정답'],
  [
    'target',
    2,
    'target targets y ytest yt obs outcome outcomes expected real reference ziel zielwert',
  ],
  [
    'target',
    2,
    'zielvariable alvo objetivo cible obiettivo actualvalue responsevariable 目标 标签',
  ],
  ['target', 2, 'expt exptl experimental'],
  ['target', 1, 'ts result results response original dependent answer sollwert resultado resultat'],
  ['label', 1, 'label labels class classes category categories klasse kategorie classe categoria'],
  ['label', 1, 'categorie clase etiqueta etiquette rotulo etichetta lbl'],
  [
    'prediction',
    3,
    'ypred yhat pred preds predicted prediction predictions predict predicts forecast',
  ],
  [
    'prediction',
    3,
    'forecasts forecasted fitted vorhersage vorhersagen vorhergesagt prognose prognosen',
  ],
  [
    'prediction',
    3,
    'prognostiziert previsao previsoes previsto prevista previstos predito predita',
  ],
  ['prediction', 3, 'predicao prediccion predicciones predicho predicha pronostico pronosticado'],
  [
    'prediction',
    3,
    'prevision previsions predit predite prevu prevue previsione previsioni predetto',
  ],
  ['prediction', 3, 'predetta previsti voorspelling voorspeld prognos prediksi tahmin predykcja'],
  [
    'prediction',
    3,
    'прогноз предсказание предсказанное 预测值 预测 预测标签 予測値 予測 예측값 예측',
  ],
  [
    'prediction',
    2,
    'projected projection projections estimate estimates estimated output outputs guess guesses inferred hypothesis',
  ],
  ['prediction', 2, 'geschatzt geschaetzt schatzung schaetzung estimado estimada estime estimee'],
  ['prediction', 2, 'stimato stimata modeled modelled simulated ausgabe sortie saida'],
  ['prediction', 2, 'calc calculated computed'],
  ['prediction', 1, 'est hat'],
  [
    'probability',
    3,
    'probability probabilities prob probs proba probas softmax wahrscheinlichkeit',
  ],
  ['probability', 3, 'wahrscheinlichkeiten probabilidade probabilidades probabilidad probabilite'],
  [
    'probability',
    3,
    'probabilites probabilita waarschijnlijkheid sannolikhet 概率 预测概率 確率 확률',
  ],
  ['probability', 2, 'likelihood distribution phat probwin propensity posterior chance'],
  ['probability', 1, 'p pr'],
  [
    'confidence',
    2,
    'confidence confidences conf konfidenz confianca confianza confiance confidenza',
  ],
  ['confidence', 2, 'certainty 置信度 信頼度'],
  ['score', 1, 'score scores punktzahl pontuacao puntaje punteggio'],
  ['logit', 3, 'logit logits logodds'],
  ['logit', 2, 'rawscore'],
  ['margin', 3, 'margin margins'],
  ['margin', 2, 'decisionfunction'],
  [
    'error',
    3,
    'error errors err errs fehler erro erros erreur erreurs errore errori fout feil fel',
  ],
  ['error', 3, 'deviation deviations abweichung abweichungen desvio 误差 誤差 오차'],
  [
    'error',
    2,
    'diff diffs difference differences differenz diferenca diferencia ecart differenza delta',
  ],
  [
    'residual',
    3,
    'residual residuals resid resids residuum residuen residuo residuos residu residus',
  ],
  ['residual', 3, 'residui 残差'],
  ['absolute', 2, 'abs absolute absolut absoluter absoluto absoluta absolu absolue assoluto ae'],
  [
    'relative',
    2,
    'pct percent percentage relative relativ relativo relativa rel squared sq quadratic',
  ],
  [
    'relative',
    2,
    'ape porcentual porcentaje prozent pourcentage standardized studentized normalized',
  ],
  ['derived', 3, 'correct agree agreement agrees mismatch logprob vs versus'],
  [
    'derived',
    1,
    'match matches matched wrong hit rank ranking trend seasonal seasonality terms weekly',
  ],
  ['derived', 1, 'yearly rolling'],
  ['derived', 3, 'lag lags lagged'],
  ['lower', 3, 'lower lwr lb untere inferior inferieur inferiore'],
  ['lower', 1, 'lo low min minimum'],
  ['upper', 3, 'upper upr ub obere superior superieur superiore'],
  ['upper', 1, 'hi high'],
  ['quantile', 2, 'quantile quantil quantiles percentile perzentil q'],
  ['variance', 2, 'variance variances varianz varianza var'],
  ['variance', 3, 'yvar'],
  ['sigma', 3, 'ystd'],
  ['sigma', 2, 'sigma std stddev stdev sd stds uncertainty standardabweichung'],
  ['weight', 3, 'sampleweight sampleweights gewicht gewichtung'],
  ['weight', 2, 'weight weights wt peso pesos poids'],
  ['id', 2, 'id ids uid uuid guid identifier key inst'],
  ['id', 1, 'name names filename file files path image images img sample nome nom nombre'],
  ['index', 2, 'index idx row rows unnamed rownames nr no'],
  ['split', 3, 'split splits subset partition'],
  ['split', 2, 'set dataset fold phase stage'],
  ['model', 2, 'model models modelo modele modell modello detector algorithm method estimator'],
  ['model', 2, 'classifier regressor learner algorithmus params hyperparameters config'],
  [
    'group',
    2,
    'group groups gruppe grupo groupe gruppo sex gender race ethnicity country region cat',
  ],
  ['epoch', 2, 'epoch epochs epoche epochen epoca epoque'],
  ['step', 2, 'step steps iter iters iteration iterations iteracion round rounds'],
  ['date', 2, 'date datetime timestamp ds datum fecha'],
  ['time', 1, 'time day month year week hour minute second heure zeit uhrzeit jahr hora'],
  ['phase', 1, 'train training learn valid validation eval dev test'],
  ['bound', 1, 'ci pi bound bounds interval limit'],
  ['summary', 1, 'mean avg average median root max maximum total sum'],
  [
    'metric',
    2,
    'loss losses accuracy acc auc auroc auprc f1 precision recall rmse mse mae mape smape',
  ],
  ['metric', 2, 'r2 lr perplexity logloss map iou miou dice bleu rouge kappa mcc nll elbo wer cer'],
  ['filler', 1, 'value values val wert werte valor valores valeur valeurs valore valori'],
  ['filler', 1, 'of the for by in is and array list arr data self df binary code encoded int str'],
];

const meanings: ReadonlyMap<string, Meaning> = new Map(
  vocabulary.flatMap(([sense, strength, words]) =>
    words.split(' ').map(word => [word, { sense, strength }] as const),
  ),
);

/** What a word in lower case without accents hints at, or undefined. */
export function meaningOf(word: string): Meaning | undefined {
  return meanings.get(word);
}
