"""REML criterion of y ~ x + z + (1 | g) to 50 digits: near-collinear.py < rows.csv (columns g, x, z, y). Needs mpmath."""
import csv
import sys
from mpmath import det, diff, findroot, log, lu_solve, matrix, mp, mpf, nstr, pi, sqrt

mp.dps = 50
groups = {}
for row in csv.DictReader(sys.stdin):
    groups.setdefault(row["g"], []).append([mpf(1), mpf(row["x"]), mpf(row["z"]), mpf(row["y"])])
total = matrix(4, 4)
sums = []
for rows in groups.values():
    for w in rows:
        for a in range(4):
            for b in range(4):
                total[a, b] += w[a] * w[b]
    sums.append((len(rows), [sum(w[a] for w in rows) for a in range(4)]))
freedom = sum(n for n, _ in sums) - 3


def criterion(theta):
    m = total.copy()
    logs = mpf(0)
    for n, s in sums:
        logs += log(1 + n * theta)
        for a in range(4):
            for b in range(4):
                m[a, b] -= theta / (1 + n * theta) * s[a] * s[b]
    beta = lu_solve(m[:3, :3], m[:3, 3])
    rest = m[3, 3] - sum(beta[k] * m[k, 3] for k in range(3))
    return freedom * (1 + log(2 * pi * rest / freedom)) + logs + log(det(m[:3, :3]))


theta = findroot(lambda at: diff(criterion, at), (mpf("0.4"), mpf("0.5")), tol=1e-30)
print(nstr(criterion(theta), 20), nstr(sqrt(theta), 20))
