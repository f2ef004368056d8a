"""What several statements are about, and where the sources agree, contradict each other or are silent.

    import dissensus
    from dissensus import MatterFilter

    with dissensus.open("andes.db") as record:
        for matter in dissensus.find_matters(record, MatterFilter(disputed=True, limit=10)):
            print(matter.title)
            for position in dissensus.positions(record, matter.id):
                print(" ", position.source.name, position.stance, [quote.text for quote in position.quotes])

`store` asks for matters and positions, `decisions` splits and joins, `agreement`, `comparison` and `sources` look at
sources, `predictions` at what was predicted.
"""
