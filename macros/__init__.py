"""The macros that pages in docs/ may use; each is a line in paginas.py."""

import os
from functools import partial


def define_env(env):
    """Registers a macro per page and hands the theme who publishes; called by mkdocs-macros."""
    from macros import render
    from macros.feiten import datum
    from macros.jsonld import jsonld
    from macros.kennisbank import kennisbank
    from macros.paginas import PAGINAS
    from macros.wijzig import wijzig

    kb = kennisbank()
    env.conf["extra"]["kb_uitgever"] = kb.uitgever.model_dump() | {"voorlopig": kb.uitgever.voorlopig == "ja"}
    env.conf["extra"]["kb_versie"] = os.environ.get("KB_VERSIE", "")
    env.conf["extra"]["kb_dag"] = datum(render.vandaag())

    def macro(naam, *kenmerk):
        html, view = render.blok(naam, kb, render.vandaag(), env.page.url, *kenmerk)
        kruimels = getattr(view, "kruimels", ())
        adres, pagina = env.conf["site_url"] + env.page.url, PAGINAS[naam]
        # Own keys: mkdocs-macros renders page.title as a template, so text from data/ must never become one.
        env.page.meta.update(
            kb_titel=view.titel,
            kb_omschrijving=view.omschrijving,
            kb_papier=render.papierregel(view),
            kb_scripts=[*env.page.meta.get("kb_scripts", ()), *pagina.scripts],
            kb_stijlen=[*env.page.meta.get("kb_stijlen", ()), *pagina.stijlen],
            kb_kruimels=[["", "Start"], *map(list, kruimels)] if kruimels else [],
            kb_wijzig=wijzig(kb, html, pagina.familie, "".join(kenmerk), view.titel, adres).als_meta(),
            kb_ld=jsonld(kb, render.vandaag(), naam, "".join(kenmerk), env.conf["site_url"]),
            kb_sectie=kruimels[0][0] if kruimels else "",
        )
        return html

    for naam in PAGINAS:
        env.macro(partial(macro, naam), naam)
